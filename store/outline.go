package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"stet/claims"
	"stet/sources"
)

// Outlines yields what Dossiers does, with no more than a table of claims shows
// of each, several times faster. Of a draft there are the file and the
// segments. A claim has its number, words, place, label, priority, where it
// begins, the speaker of its first attribution, and its review. A citation has
// its source, stance, grade, quote, locator and note; its match the class and
// the page, in a map that all claims of the dossier share. A finding has its
// check, severity and message, and there are none of the article as a whole. A
// sign-off comes without its evidence, unless it is void: then with what tells
// why.
//
// A filter that asks for more than an article, a claim's number and the cut
// claims gets what Dossiers yields.
func (l *Ledger) Outlines(ctx context.Context, f claims.Filter, yield func(*claims.Dossier) error) error {
	if f != (claims.Filter{Article: f.Article, Number: f.Number, Cut: f.Cut}) {
		return l.Dossiers(ctx, f, yield)
	}
	return l.viewTwice(ctx, func(q ...querier) error {
		produce := func(ctx context.Context, turn int, put func(*claims.Dossier) error) error {
			read, err := outlineChunks(ctx, q[turn], f)
			if err != nil {
				return err
			}
			return read.each(ctx, q[turn], f, turns{turn, len(q)}, put)
		}
		return inTurns(ctx, len(q), produce, unlessNil(yield))
	})
}

// outlineChunks returns what reads outlines with a connection.
func outlineChunks(ctx context.Context, q querier, f claims.Filter) (chunkReader, error) {
	from := viewedSources
	if f == (claims.Filter{Cut: f.Cut}) {
		if err := makeOutlinedSources(context.WithoutCancel(ctx), q); err != nil {
			return chunkReader{}, err
		}
		from = madeSources
	}
	steps, err := outlineSteps(ctx, q)
	return chunkReader{
		article: func(r *dossierReader) []func() error { return []func() error{r.readDraftsFrame} },
		claims: func(r *dossierReader) []func() error {
			o, reads := &outlineReader{r, from}, make([]func() error, len(steps))
			for i, step := range steps {
				reads[i] = func() error { return step(o) }
			}
			return reads
		},
	}, err
}

// outlineSteps are the steps that read a chunk, but those of tables that have
// no rows: a ledger may well do without queries, replies or findings.
func outlineSteps(ctx context.Context, q querier) ([]func(*outlineReader) error, error) {
	var steps []func(*outlineReader) error
	for _, step := range []struct {
		table string
		read  func(*outlineReader) error
	}{
		{"claim", (*outlineReader).readClaims},
		{"citation", (*outlineReader).readCitations},
		{"signoff", (*outlineReader).readVerdicts},
		{"query", (*outlineReader).readQueries},
		{"reply", (*outlineReader).readReplies},
		{"finding", (*outlineReader).readFindings},
		{"signoff", (*outlineReader).readWhy},
	} {
		_, ok, err := one(context.WithoutCancel(ctx), q, scanOne[int], `select 1 from `+step.table+` limit 1`)
		if err != nil {
			return nil, err
		}
		if ok {
			steps = append(steps, step.read)
		}
	}
	return steps, nil
}

// outlineReader fills in outlines. Its rows come in the order of the claims'
// numbers, so that each is put where the one before it was, or behind.
type outlineReader struct {
	*dossierReader
	from outlinedSources
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
	entries := make([]claims.Entry, 0, r.most)
	err := r.each(func(row scanner) error {
		f, err := scanFields(row)
		if err != nil {
			return err
		}
		entries = append(entries, claims.Entry{Claim: outlinedClaim(&f, r.dossier.Article.ID)})
		return f.err
	}, `select `+packed(`c.id`, `c.number`, `c.text`, `c.speaker`, `c.place`, `c.label`, `c.priority`, `c.spans`, `c.cut`,
		`c.claimant`, `c.claimant_url`, `c.review_url`, `c.rating_value`, `c.rating_best`, `c.rating_name`)+
		` from claim c where `+r.scope.where+` order by c.number`)
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

// readCitations keeps the citations of all claims in one slice, of which each
// claim has its part, and their matches in one map, which each claim has: for
// one of their own they would take several times the memory.
func (r *outlineReader) readCitations() error {
	all := make([]claims.Citation, 0, 5*len(r.dossier.Entries)/2) // room for most
	matches := make(map[string]claims.Match, cap(all))
	r.dossier.Sources = make(map[string]claims.Evidence, cap(all))
	err := r.eachOf(func(e *claims.Entry, f *fields) {
		t := claims.Citation{
			ID: f.text(), Claim: e.Claim.ID, Source: f.text(), Stance: claims.Stance(f.text()), Grade: claims.Grade(f.text()), Quote: f.text(),
			Locator: claims.Locator{Page: f.text(), PageEnd: f.text(), Paragraph: f.text(), Time: f.text()}, Note: f.text(),
		}
		all = append(all, t)
		e.Matches = matches
		e.Citations = all[len(all)-len(e.Citations)-1 : len(all) : len(all)]
		if m := (claims.Match{Citation: t.ID, Class: claims.Class(f.text()), Page: f.text()}); m.Class != "" {
			matches[t.ID] = m
		}
		if _, ok := r.dossier.Sources[t.Source]; !ok {
			r.dossier.Sources[t.Source] = outlinedEvidence(f)
		}
	}, []string{`t.id`, `t.source`, `t.stance`, `t.grade`, `t.quote`, `t.page`, `t.page_end`, `t.paragraph`, `t.time`, `t.note`,
		`coalesce(m.class, '')`, `coalesce(m.page, '')`, r.from.outline},
		`join citation t on t.claim = c.id join `+r.from.table+` v on v.source_id = t.source
		left join match m on m.citation = t.id where `+r.scope.where+` order by c.number`)
	for i := range r.dossier.Entries {
		slices.SortFunc(r.dossier.Entries[i].Citations, func(a, b claims.Citation) int { return cmp.Compare(a.ID, b.ID) })
	}
	return err
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
