package desk

import (
	"context"
	"path"
	"reflect"
	"slices"

	"stet/claims"
	"stet/claims/extract"
	"stet/claims/revise"
	"stet/sources"
)

// Submission is a draft as it was handed in.
type Submission struct {
	Slug  string // of the article
	File  string // as the person named it; "-" for standard input
	Dir   string // the draft's folder relative to Desk.Dir, slash-separated: where its relative paths start
	Bytes []byte
	Text  *sources.Text // as read from Bytes, whole
	// Captured says that an attempt was made to capture all that the draft
	// cites: a paper that it names by its docket only, and that no source is, is
	// held elsewhere.
	Captured bool
	// Outside lets the draft name files outside its folder.
	Outside bool
}

// Imported says what an import did to the article's claims.
type Imported struct {
	Article   string `json:"article"`
	New       int    `json:"new"`
	Unchanged int    `json:"unchanged"`
	Moved     int    `json:"moved"`
	Edited    int    `json:"edited"`
	Split     int    `json:"split"`  // what the other halves are counts as new
	Merged    int    `json:"merged"` // what went into them counts as cut
	Cut       int    `json:"cut"`
}

// Import makes the draft the article's current one: its claims take the place
// of the last draft's, each keeping its number, label and sign-off as far as
// it is the same claim. Of several claims made of one, or one made of several,
// the best fitting is the same claim; the others are new or cut, and tied to it
// as its parts. Importing the current draft again writes nothing.
func (d *Desk) Import(ctx context.Context, s Submission) (Imported, error) {
	var done Imported
	err := d.change(ctx, func() (*claims.Change, error) {
		rev, err := d.newRevision(ctx, s)
		if err != nil {
			return nil, err
		}
		if err := rev.settle(); err != nil {
			return nil, err
		}
		done = rev.done
		return rev.change, nil
	})
	return done, err
}

// revision is one import under way.
type revision struct {
	desk       *Desk
	submission Submission
	text       *sources.Text
	digest     sources.Digest
	old        *claims.Dossier // empty but for the article where it is new
	citing     *citing
	change     *claims.Change
	done       Imported
	number     int // the last claim number given
	// is and was name the claims that took their place in the change, by their
	// index among the fresh and the old ones.
	is, was map[int]claims.Claim
}

func (d *Desk) newRevision(ctx context.Context, s Submission) (*revision, error) {
	old, err := d.Ledger.Dossier(ctx, s.Slug)
	if isNotFound(err) {
		old, err = &claims.Dossier{}, nil
	}
	if err != nil {
		return nil, err
	}
	c := d.beginOn(old, "import")
	cite, err := d.newCiting(ctx, c, s.Dir)
	if err != nil {
		return nil, err
	}
	if !s.Outside {
		cite.within = path.Clean(s.Dir)
	}
	cite.awaits = !s.Captured
	rev := &revision{
		desk: d, submission: s, text: s.Text, digest: sources.DigestOf(s.Bytes),
		old: old, citing: cite, change: c, done: Imported{Article: s.Slug},
		is: map[int]claims.Claim{}, was: map[int]claims.Claim{},
	}
	for _, e := range old.Entries {
		rev.number = max(rev.number, e.Claim.Number)
	}
	return rev, nil
}

// settle works out everything that the import changes.
func (r *revision) settle() error {
	found := extract.Claims(r.text)
	found.Claims = r.reshape(found.Claims)
	r.settleArticle(found.Loose)
	fresh := make([]claims.Claim, len(found.Claims))
	for i, candidate := range found.Claims {
		fresh[i] = candidate.Claim
	}
	fates := revise.Align(r.standing(), fresh)
	// In the new draft's order, so that new claims are numbered as they read.
	slices.SortStableFunc(fates, func(a, b revise.Fate) int { return a.Fresh - b.Fresh })
	for _, fate := range fates {
		if fate.Fresh < 0 {
			r.cut(r.old.Entries[fate.Old])
			continue
		}
		r.count(fate.Kind)
		var was *claims.Entry
		if fate.Old >= 0 {
			was = &r.old.Entries[fate.Old]
		}
		claim, err := r.carry(was, found.Claims[fate.Fresh], fate.Kind)
		if err != nil {
			return err
		}
		r.is[fate.Fresh], r.was[fate.Old] = claim, claim
	}
	r.tie(fates)
	return nil
}

// tie writes down which claims are parts of which.
func (r *revision) tie(fates []revise.Fate) {
	for _, f := range fates {
		part := claims.Part{Draft: r.digest, At: r.change.At}
		var of, whole claims.Claim
		switch {
		case f.Of < 0:
			continue
		case f.Kind == revise.New:
			of, whole, part.Bond = r.is[f.Fresh], r.was[f.Of], claims.SplitOff
			r.desk.owedToo(r.change, of.ID, r.old.Entries[f.Of])
		default:
			of, whole, part.Bond = r.old.Entries[f.Old].Claim, r.is[f.Of], claims.MergedInto
			r.desk.handOver(r.change, r.old.Entries[f.Old], r.entry(whole))
		}
		part.Claim, part.Number, part.Whole, part.WholeNumber = of.ID, of.Number, whole.ID, whole.Number
		r.change.Parts = append(r.change.Parts, part)
	}
}

// entry returns a claim with what was asked about it before this import.
func (r *revision) entry(c claims.Claim) claims.Entry {
	for _, e := range r.old.Entries {
		if e.Claim.ID == c.ID {
			return e
		}
	}
	return claims.Entry{Claim: c}
}

// settleArticle writes the article and the draft where they are not what the
// ledger has.
func (r *revision) settleArticle(loose []extract.Mark) {
	article := r.old.Article
	if article.ID == "" {
		article = claims.Article{ID: r.desk.NewID(), Slug: r.submission.Slug}
	}
	article.Title, article.Author = r.text.Title, r.text.Byline
	if article.Title == "" {
		article.Title = path.Base(r.submission.File)
	}
	if article.Draft != r.digest {
		article.Draft = r.digest
		r.change.Snapshots = append(r.change.Snapshots, claims.Content{Bytes: r.submission.Bytes, Snapshot: sources.Snapshot{
			Digest: r.digest, MediaType: r.text.MediaType, Size: int64(len(r.submission.Bytes)), At: r.change.At,
		}})
		r.change.Drafts = append(r.change.Drafts, claims.Draft{
			Digest: r.digest, Article: article.ID, File: r.submission.File, MediaType: r.text.MediaType, At: r.change.At,
			Text: r.text.Body, Unit: r.text.Unit, Segments: r.text.Segments, Remarks: Remarks(r.text, loose),
		})
	}
	if article != r.old.Article {
		r.change.Articles = append(r.change.Articles, article)
	}
	r.old.Article = article
}

// standing returns the old claims with the words by which the draft carries
// them: a claim that a person has worded otherwise is found again by the
// draft's own words.
func (r *revision) standing() []claims.Claim {
	standing := make([]claims.Claim, len(r.old.Entries))
	for i, e := range r.old.Entries {
		standing[i] = e.Claim
		if e.Claim.By != "" && len(e.Claim.Spans) > 0 && !e.Claim.Cut {
			standing[i].Text = claims.TextOf(r.old.Draft.Text, e.Claim.Spans)
		}
	}
	return standing
}

// carry puts a claim of the new draft into the ledger: as the old claim that
// it was, or as a new one.
func (r *revision) carry(was *claims.Entry, candidate extract.Candidate, kind revise.Kind) (claims.Claim, error) {
	claim := candidate.Claim
	claim.Article = r.old.Article.ID
	claim.Anchor(r.text.Body)
	var citations []claims.Citation
	if was == nil {
		r.number++
		claim.ID, claim.Number = r.desk.NewID(), r.number
	} else {
		claim.ID, claim.Number = was.Claim.ID, was.Claim.Number
		keepByHand(&claim, was.Claim, kind)
		citations = was.Citations
	}
	made, remarks, err := r.citing.citations(r.text, candidate.Marks)
	if err != nil {
		return claim, err
	}
	claim.Remarks = remarks
	if was == nil || !reflect.DeepEqual(claim, was.Claim) {
		r.change.Claims = append(r.change.Claims, claim)
	}
	r.citing.settle(claim.ID, citations, made)
	return claim, nil
}

// keepByHand carries over what a person said of the claim: its label always,
// its wording only while the draft's own words are the same. Its review knows
// by itself which words it rates.
func keepByHand(claim *claims.Claim, was claims.Claim, kind revise.Kind) {
	claim.Review = was.Review
	if was.LabelBy != "" {
		claim.Label, claim.LabelBy = was.Label, was.LabelBy
	}
	if was.By != "" && !kind.HasNewWords() {
		claim.Text, claim.By = was.Text, was.By
	}
}

// cut marks a claim that the draft no longer carries. One that a person added
// without a place in the draft stays.
func (r *revision) cut(e claims.Entry) {
	if len(e.Claim.Spans) == 0 {
		return
	}
	if !e.Claim.Cut { // by hand, it may be cut and still have its place in the last draft
		r.done.Cut++
	}
	e.Claim.Cut, e.Claim.Spans = true, nil
	r.change.Claims = append(r.change.Claims, e.Claim)
}

func (r *revision) count(kind revise.Kind) {
	switch kind {
	case revise.New:
		r.done.New++
	case revise.Unchanged:
		r.done.Unchanged++
	case revise.Moved:
		r.done.Moved++
	case revise.Edited:
		r.done.Edited++
	case revise.Split:
		r.done.Split++
	case revise.Merged:
		r.done.Merged++
	}
}
