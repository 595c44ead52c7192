package store

import (
	"context"
	"database/sql"
	"fmt"

	"stet/claims"
)

// Audited calls read with an article as an audit reads it, and with a query that
// answers as Query does; both are of one moment. The dossier is that of Dossier
// without queries, replies and what the checks read of each claim. A sign-off
// comes without its evidence, unless it is void: then with what tells why. A
// match has its class and page alone, but on such a claim.
//
// The error is ErrNotFound where there is no such article, else that of read.
func (l *Ledger) Audited(ctx context.Context, slug string, read func(d *claims.Dossier, query claims.Asking) error) error {
	return l.view(ctx, func(q querier) error {
		article, err := articleBySlug(context.WithoutCancel(ctx), q, slug)
		if err != nil {
			return err
		}
		r := newReader(ctx, q, article, scopeOf(article, claims.Filter{Cut: true}))
		steps := []func() error{
			r.readDraft, r.readArticleFindings, r.readClaims, r.readCitations, r.readSources, r.readPages, r.readVerdicts,
			r.readFindings, r.readBasis, r.readWhy,
		}
		if err := r.run(ctx, steps); err != nil {
			return err
		}
		return read(r.dossier, func(ctx context.Context, query string, args map[string]any, yield func([]string, []any) error) error {
			return ask(ctx, q, query, args, yield)
		})
	})
}

// readPages reads of each match the class, and the page on which it stands.
func (r *dossierReader) readPages() error {
	return r.each(func(row scanner) error {
		var claim string
		var m claims.Match
		err := row.Scan(&claim, &m.Citation, &m.Class, &m.Page)
		e := r.entries[claim]
		if e == nil {
			return err
		}
		if e.Matches == nil {
			e.Matches = make(map[string]claims.Match, len(e.Citations))
		}
		e.Matches[m.Citation] = m
		return err
	}, `
		select c.id, m.citation, m.class, m.page
		from match m
		join citation t on t.id = m.citation
		join claim c on c.id = t.claim
		where `+r.scope.where)
}

// ask runs one SELECT. It is ended between queries, and not within one: to watch
// for that would cost a goroutine for each, which is most of what a short one
// takes.
func ask(ctx context.Context, q querier, query string, args map[string]any, yield func(columns []string, values []any) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := checkSelect(query); err != nil {
		return fmt.Errorf("query: %w", err)
	}
	named := make([]any, 0, len(args))
	for name, value := range args {
		named = append(named, sql.Named(name, value))
	}
	rows, err := q.QueryContext(context.WithoutCancel(ctx), steady(query), named...)
	if err != nil {
		return fmt.Errorf("query: %w", explain(err))
	}
	defer rows.Close()
	return yieldRows(rows, yield)
}
