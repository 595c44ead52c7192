package store

import (
	"context"
	"database/sql"

	"stet/claims"
)

// Dossier returns one article with everything needed to verify, show or export
// it, as it stands at one moment; cut claims are included. A claim's citations
// come in the order in which they were made. The error is ErrNotFound where
// there is no such article.
func (l *Ledger) Dossier(ctx context.Context, slug string) (*claims.Dossier, error) {
	var d *claims.Dossier
	err := l.view(ctx, func(q querier) error {
		article, err := articleBySlug(ctx, q, slug)
		if err != nil {
			return err
		}
		d, err = readDossier(ctx, q, article, claims.Filter{Cut: true})
		return err
	})
	return d, err
}

// readDossier reads an article with those of its claims that the filter's
// scope lets through, one query a table.
func readDossier(ctx context.Context, q querier, a claims.Article, f claims.Filter) (*claims.Dossier, error) {
	r := newReader(ctx, q, a, scopeOf(a, f))
	err := r.run(ctx, append([]func() error{r.readVersion, r.readDraft, r.readArticleFindings}, r.steps(f)...))
	return r.dossier, err
}

// dossierReader fills a dossier. Each of its queries joins claim c and is held
// to the scope.
type dossierReader struct {
	ctx     context.Context
	q       querier
	scope   scope
	dossier *claims.Dossier
	entries map[string]*claims.Entry // by claim ID
	most    int                      // how many claims there can be; 0 where that isn't known
}

func newReader(ctx context.Context, q querier, a claims.Article, s scope) *dossierReader {
	return &dossierReader{
		ctx: context.WithoutCancel(ctx), q: q, scope: s, entries: map[string]*claims.Entry{},
		dossier: &claims.Dossier{Article: a, Sources: map[string]claims.Evidence{}},
	}
}

// steps are what reads the claims and all that hangs on them.
func (r *dossierReader) steps(f claims.Filter) []func() error {
	steps := []func() error{
		r.readClaims, r.readCitations, r.readSources, r.readMatches, r.readSignOffs, r.readParts, r.readQueries,
		r.readReplies, r.readFindings, r.readBasis,
	}
	if f == (claims.Filter{Cut: true}) {
		steps = append(steps, r.readChecked) // whoever wants less wants it quickly, and not to verify
	}
	return steps
}

// run takes the steps one after another. It stops between them, each of which
// is short: see view.
func (r *dossierReader) run(ctx context.Context, steps []func() error) error {
	for _, step := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (r *dossierReader) each(yield func(row scanner) error, query string) error {
	return each(r.ctx, r.q, yield, query, r.scope.args...)
}

func (r *dossierReader) readVersion() (err error) {
	r.dossier.Version, err = lastEvent(r.ctx, r.q)
	return err
}

func (r *dossierReader) readBasis() (err error) {
	r.dossier.Basis, err = basisOf(r.ctx, r.q, r.dossier.Article.ID)
	return err
}

func (r *dossierReader) readChecked() error {
	return r.each(func(row scanner) error {
		id, c, err := scanChecked(row)
		if e := r.entries[id]; e != nil {
			e.Checked = c
		}
		return err
	}, `select `+checkedColumns+` from checked k join claim c on c.id = k.claim where `+r.scope.where)
}

func (r *dossierReader) readDraft() (err error) {
	r.dossier.Draft, err = draftOf(r.ctx, r.q, r.dossier.Article)
	return err
}

func (r *dossierReader) readClaims() error {
	all, err := collect(r.ctx, r.q, scanClaim, `select `+claimColumns+` from claim c where `+r.scope.where+` order by c.number`, r.scope.args...)
	if err != nil {
		return err
	}
	entries := make([]claims.Entry, len(all))
	for i, c := range all {
		entries[i].Claim = c
	}
	r.have(entries)
	return nil
}

func (r *dossierReader) readCitations() error {
	return r.each(func(row scanner) error {
		t, err := scanCitation(row)
		if e := r.entries[t.Claim]; e != nil {
			e.Citations = append(e.Citations, t)
		}
		return err
	}, `
		select `+citationColumns+`
		from citation t
		join claim c on c.id = t.claim
		where `+r.scope.where+`
		order by t.id`)
}

func (r *dossierReader) readSources() error {
	return r.each(func(row scanner) error {
		e, err := scanEvidence(row)
		r.dossier.Sources[e.Source.ID] = e
		return err
	}, `
		select `+evidenceColumns+`
		from source_view v
		where v.source_id in (select t.source from citation t join claim c on c.id = t.claim where `+r.scope.where+`)`)
}

func (r *dossierReader) readMatches() error {
	return r.each(func(row scanner) error {
		found, err := scanMatch(row)
		e := r.entries[found.claim]
		if e == nil {
			return err
		}
		if e.Matches == nil {
			e.Matches = map[string]claims.Match{}
		}
		e.Matches[found.match.Citation] = found.match
		return err
	}, `
		select `+matchColumns+`
		from match m
		join citation t on t.id = m.citation
		join claim c on c.id = t.claim
		where `+r.scope.where)
}

// readSignOffs looks first whether there are any: most claims are open most of
// the time, and the view that tells whether a sign-off holds takes SQLite as
// long to compile as all the rest.
func (r *dossierReader) readSignOffs() error {
	signed := false
	err := r.each(func(scanner) error { signed = true; return nil },
		`select 1 from claim c join signoff s on s.claim = c.id where `+r.scope.where+` limit 1`)
	if err != nil || !signed {
		return err
	}
	if err := r.readVerdicts(); err != nil {
		return err
	}
	return r.readPins()
}

func (r *dossierReader) readVerdicts() error {
	return r.each(func(row scanner) error {
		s, err := scanSignOff(row)
		if e := r.entries[s.Claim]; e != nil {
			e.SignOff = &s
		}
		return err
	}, `
		select `+signOffColumns+`
		from claim c
		join signoff_view s on s.claim_id = c.id
		where `+r.scope.where)
}

func (r *dossierReader) readPins() error {
	return r.each(func(row scanner) error {
		p, err := scanPin(row)
		if e := r.entries[p.claim]; e != nil && e.SignOff != nil && e.SignOff.ID == p.signOff {
			e.SignOff.Evidence = append(e.SignOff.Evidence, p.pin)
		}
		return err
	}, `
		select `+pinColumns+`
		from claim c
		join signoff s on s.claim = c.id
		join pin p on p.signoff = s.id
		where `+r.scope.where+`
		order by p.signoff, p.position`)
}

func (r *dossierReader) readFindings() error {
	return r.each(func(row scanner) error {
		f, err := scanFinding(row)
		if e := r.entries[f.Claim]; e != nil {
			e.Findings = append(e.Findings, f)
		}
		return err
	}, `
		select `+findingColumns+`
		from claim c
		join finding f on cast(coalesce(f.claim, '') as text) = c.id
		where `+r.scope.where+`
		order by f.position`)
}

// readArticleFindings reads what was found of the article as a whole.
func (r *dossierReader) readArticleFindings() (err error) {
	r.dossier.Findings, err = collect(r.ctx, r.q, scanFinding, `
		select `+findingColumns+`
		from finding f
		where f.article = :article and f.claim is null
		order by f.position`,
		sql.Named("article", r.dossier.Article.ID))
	return err
}
