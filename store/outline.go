package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"stet/claims"
	"stet/sources"
)

// Outlines yields what Dossiers does, with no more than a table of claims shows
// of each, several times faster. Of a draft there are the file and the
// segments. A claim has its number, words, place, label, priority, where it
// begins, the speaker of its first attribution, and its review. A citation has
// its source, stance, grade, quote, locator and note; its match the class and
// the page. A finding has its check, severity and message, and there are none of
// the article as a whole. A sign-off comes without its evidence, unless it is
// void: then with what tells why.
//
// A filter that asks for more than an article, a claim's number and the cut
// claims gets what Dossiers yields.
func (l *Ledger) Outlines(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	if f != (claims.Filter{Article: f.Article, Number: f.Number, Cut: f.Cut}) {
		return l.Dossiers(ctx, f, yield)
	}
	known := evidenceCache{}
	return l.eachChunk(ctx, f, yield, chunkReader{
		article: func(r *dossierReader) []func() error { return []func() error{r.readDraftsFrame} },
		claims: func(r *dossierReader) []func() error {
			o := &outlineReader{dossierReader: r, known: &known}
			return []func() error{o.readClaims, o.readCitations, o.readSources, o.readVerdicts, o.readQueries, o.readReplies, o.readFindings, o.readWhy}
		},
	})
}

// outlineReader fills in outlines. Its rows come in the order of the claims'
// numbers, so that each is put where the one before it was, or behind.
type outlineReader struct {
	*dossierReader
	known *evidenceCache
}

// eachOf runs a query of packed rows that begin with a claim's number, and
// yields each with the entry of that claim.
func (r *outlineReader) eachOf(yield func(e *claims.Entry, f *fields), columns []string, rest string) error {
	at, entries := 0, r.dossier.Entries
	return r.each(func(row scanner) error {
		f, err := scanFields(row)
		if err != nil {
			return err
		}
		for number := f.number(); at < len(entries) && entries[at].Claim.Number < number; {
			at++
		}
		if at < len(entries) {
			yield(&entries[at], &f)
		}
		return f.err
	}, `select `+packed(append([]string{`c.number`}, columns...)...)+` from claim c `+rest)
}

// readDraftsFrame reads of the draft what places claims in its file.
func (r *dossierReader) readDraftsFrame() error {
	return each(r.ctx, r.q, func(row scanner) error {
		d := &r.dossier.Draft
		return row.Scan(&d.File, &d.Unit, list[sources.Segment]{&d.Segments})
	}, `select d.file, d.unit, d.segments from draft d where d.article = :article and d.digest = :digest`,
		sql.Named("article", r.dossier.Article.ID), sql.Named("digest", r.dossier.Article.Draft))
}

func (r *outlineReader) readClaims() error {
	var entries []claims.Entry
	err := r.each(func(row scanner) error {
		f, err := scanFields(row)
		if err != nil {
			return err
		}
		entries = append(entries, claims.Entry{Claim: outlinedClaim(&f, r.dossier.Article.ID)})
		return f.err
	}, `select `+packed(`c.id`, `c.number`, `c.text`, `c.speaker`, `c.place`, `c.label`, `c.priority`, `c.spans`, `c.cut`,
		`c.claimant`, `c.claimant_url`, `c.review_url`, `c.rating_value`, `c.rating_best`, `c.rating_name`)+
		` from claim c where `+r.scope.where+r.inOrder())
	r.have(entries)
	return err
}

func outlinedClaim(f *fields, article string) claims.Claim {
	c := claims.Claim{Article: article, ID: f.text(), Number: f.number(), Text: f.text()}
	if speaker := f.text(); speaker != "" {
		c.Attributions = []claims.Attribution{{Speaker: claims.Phrase{Text: speaker}}}
	}
	c.Place, c.Label, c.Priority = claims.Place(f.text()), claims.Label(f.text()), claims.Priority(f.text())
	if start := f.start(); start >= 0 {
		c.Spans = []claims.Span{{Start: start, End: start}}
	}
	c.Cut = f.number() != 0
	v := &c.Review
	v.Claimant, v.ClaimantURL, v.URL = f.text(), f.text(), f.text()
	v.Rating = claims.Rating{Value: f.number(), Best: f.number(), Name: f.text()}
	return c
}

func (r *outlineReader) readCitations() error {
	err := r.eachOf(func(e *claims.Entry, f *fields) {
		t := claims.Citation{
			ID: f.text(), Claim: e.Claim.ID, Source: f.text(), Stance: claims.Stance(f.text()), Grade: claims.Grade(f.text()), Quote: f.text(),
			Locator: claims.Locator{Page: f.text(), PageEnd: f.text(), Paragraph: f.text(), Time: f.text()}, Note: f.text(),
		}
		e.Citations = append(e.Citations, t)
		m := claims.Match{Citation: t.ID, Class: claims.Class(f.text()), Page: f.text()}
		if m.Class == "" {
			return
		}
		if e.Matches == nil {
			e.Matches = make(map[string]claims.Match, 4)
		}
		e.Matches[t.ID] = m
	}, []string{`t.id`, `t.source`, `t.stance`, `t.grade`, `t.quote`, `t.page`, `t.page_end`, `t.paragraph`, `t.time`, `t.note`,
		`coalesce(m.class, '')`, `coalesce(m.page, '')`},
		`join citation t on t.claim = c.id left join match m on m.citation = t.id where `+r.scope.where+` order by c.number`)
	for i := range r.dossier.Entries {
		slices.SortFunc(r.dossier.Entries[i].Citations, func(a, b claims.Citation) int { return cmp.Compare(a.ID, b.ID) })
	}
	return err
}

// readSources takes those that are known already from the articles before.
func (r *outlineReader) readSources() error {
	var unknown []string
	for _, e := range r.dossier.Entries {
		for _, t := range e.Citations {
			if found, ok := r.known.get(t.Source); ok {
				r.dossier.Sources[t.Source] = found
			} else if _, asked := r.dossier.Sources[t.Source]; !asked {
				r.dossier.Sources[t.Source] = claims.Evidence{}
				unknown = append(unknown, t.Source)
			}
		}
	}
	for some := range slices.Chunk(unknown, askedAtOnce) {
		if err := r.readUnknown(some); err != nil {
			return err
		}
	}
	return nil
}

// askedAtOnce is how many sources one query asks for: one for each costs as much
// again as what it reads.
const askedAtOnce = 32

// outlinedSources asks for so many sources by the parameters s0 and on.
var outlinedSources = func() string {
	ids := make([]string, askedAtOnce)
	for i := range ids {
		ids[i] = ":s" + strconv.Itoa(i)
	}
	return `select ` + packed(`v.source_id`, `v.number`, `v.alias`, `v.address`, `v.held`, `v.kind`, `v.title`, `v.publisher`, `v.snapshot`,
		`v.capture_id`, `v.state`, `v.attempted_at`) + ` from source_view v where v.source_id in (` + strings.Join(ids, `, `) + `)`
}()

// readUnknown reads no more than askedAtOnce sources, and remembers them.
func (r *outlineReader) readUnknown(ids []string) error {
	args := make([]any, askedAtOnce)
	for i := range args {
		args[i] = sql.Named("s"+strconv.Itoa(i), ids[min(i, len(ids)-1)])
	}
	return each(r.ctx, r.q, func(row scanner) error {
		f, err := scanFields(row)
		if err != nil {
			return err
		}
		e := outlinedEvidence(&f)
		r.dossier.Sources[e.Source.ID] = e
		r.known.put(e.Source.ID, e)
		return f.err
	}, outlinedSources, args...)
}

func outlinedEvidence(f *fields) claims.Evidence {
	e := claims.Evidence{Source: sources.Source{
		ID: f.text(), Number: f.number(), Alias: f.text(), Address: f.text(), Held: f.text(), Kind: sources.Kind(f.text()),
		Title: f.text(), Publisher: f.text(),
	}, Snapshot: sources.Digest(f.text())}
	last := sources.Capture{ID: f.text(), Source: e.Source.ID, State: sources.State(f.text())}
	f.time(maybeStamp{&last.At})
	if last.ID != "" {
		e.Last = &last
	}
	return e
}

func (r *outlineReader) readVerdicts() error {
	return r.eachOf(func(e *claims.Entry, f *fields) {
		s := &claims.SignOff{
			Claim: e.Claim.ID, ID: f.text(), Verdict: claims.Verdict(f.text()), To: f.text(), Note: f.text(), By: f.text(), Void: f.text(),
			Words: f.text(),
		}
		f.time(maybeStamp{&s.At})
		e.SignOff = s
	}, []string{`s.signoff_id`, `s.verdict`, `s.verdict_to`, `s.note`, `s.signed_by`, `s.void`, `s.words`, `s.signed_at`},
		`join signoff_view s on s.claim_id = c.id where `+r.scope.where+` order by c.number`)
}

func (r *outlineReader) readFindings() error {
	return r.eachOf(func(e *claims.Entry, f *fields) {
		e.Findings = append(e.Findings, claims.Finding{
			Claim: e.Claim.ID, Check: f.text(), Severity: claims.Severity(f.text()), Message: f.text(),
		})
	}, []string{`f.check_id`, `f.severity`, `f.message`},
		`join finding f on cast(coalesce(f.claim, '') as text) = c.id where `+r.scope.where+` order by c.number, f.position`)
}

// readWhy reads what tells why a sign-off is void.
func (r *dossierReader) readWhy() error { return r.eachVoid(why) }

// eachVoid takes some steps on each claim whose sign-off is void, for one reason
// or another. Few are, so that it is read claim by claim.
func (r *dossierReader) eachVoid(steps func(one *dossierReader, void string) []func() error) error {
	for _, e := range r.dossier.Entries {
		if e.SignOff == nil || e.SignOff.Holds() {
			continue
		}
		one := *r
		one.scope = scopeOf(r.dossier.Article, claims.Filter{Number: e.Claim.Number, Cut: true})
		if err := one.run(r.ctx, steps(&one, e.SignOff.Void)); err != nil {
			return err
		}
	}
	return nil
}

// why are the steps that read what tells of one reason.
func why(r *dossierReader, void string) []func() error {
	switch void {
	case claims.WordsChanged:
		return []func() error{r.readParts}
	case claims.EvidenceChanged:
		return []func() error{r.readPins}
	}
	return []func() error{r.readPins, r.readMatches}
}

// evidenceCache keeps the sources that were read last, in bounded memory: those
// of the generation now, and of the one before.
type evidenceCache struct{ now, before map[string]claims.Evidence }

// cachedSources is how many sources one generation holds.
const cachedSources = 512

func (c *evidenceCache) get(id string) (claims.Evidence, bool) {
	if e, ok := c.now[id]; ok {
		return e, true
	}
	e, ok := c.before[id]
	if ok {
		c.put(id, e)
	}
	return e, ok
}

func (c *evidenceCache) put(id string, e claims.Evidence) {
	if c.now == nil || len(c.now) == cachedSources {
		c.now, c.before = make(map[string]claims.Evidence, cachedSources), c.now
	}
	c.now[id] = e
}
