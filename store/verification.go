package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/mattn/go-sqlite3"

	"stet/claims"
)

// PutVerification replaces an article's matches and findings by those given,
// and reports whether they differ from what was there: where they don't,
// nothing is written. They are not part of the history. The error is
// ErrConflict where a claim or citation that they are about is gone meanwhile.
func (l *Ledger) PutVerification(ctx context.Context, articleID string, matches []claims.Match, findings []claims.Finding) (changed bool, err error) {
	now := verification{Matches: slices.Clone(matches), Findings: findings}
	slices.SortFunc(now.Matches, func(a, b claims.Match) int { return cmp.Compare(a.Citation, b.Citation) })
	if err := checkText(now); err != nil {
		return false, fmt.Errorf("verification: %w", err)
	}
	before, err := readVerification(ctx, l.reader, articleID)
	if err != nil {
		return false, err
	}
	if same, err := before.equals(now); err != nil || same {
		return false, err
	}
	err = l.update(ctx, func(tx *sql.Tx) error {
		return (&writer{ctx: ctx, tx: tx}).putVerification(articleID, now)
	})
	if isExtended(err, sqlite3.ErrConstraintForeignKey) {
		err = fmt.Errorf("verification: %w", ErrConflict)
	}
	return err == nil, err
}

// verification is what the checks made of one article: its matches, by
// citation, and its findings in the order of the checks.
type verification struct {
	Matches  []claims.Match
	Findings []claims.Finding
}

// equals compares as JSON does, to which an empty list is none.
func (v verification) equals(w verification) (bool, error) {
	a, err := canonicalJSON(v)
	if err != nil {
		return false, err
	}
	b, err := canonicalJSON(w)
	return bytes.Equal(a, b), err
}

func readVerification(ctx context.Context, q querier, articleID string) (v verification, err error) {
	article := sql.Named("article", articleID)
	found, err := collect(ctx, q, scanMatch, `
		select `+matchColumns+`
		from match m
		join citation t on t.id = m.citation
		join claim c on c.id = t.claim
		where c.article = :article
		order by m.citation`, article)
	if err != nil {
		return v, err
	}
	for _, f := range found {
		v.Matches = append(v.Matches, f.match)
	}
	v.Findings, err = collect(ctx, q, scanFinding,
		`select `+findingColumns+` from finding f where f.article = :article order by f.position`, article)
	return v, err
}

func (w *writer) putVerification(articleID string, v verification) error {
	article := sql.Named("article", articleID)
	_, err := w.exec(`
		delete from match
		where citation in (select t.id from citation t join claim c on c.id = t.claim where c.article = :article)`, article)
	if err != nil {
		return err
	}
	if _, err := w.exec(`delete from finding where article = :article`, article); err != nil {
		return err
	}
	for _, m := range v.Matches {
		if err := w.putMatch(m); err != nil {
			return fmt.Errorf("match of citation %s: %w", m.Citation, err)
		}
	}
	for i, f := range v.Findings {
		if err := w.putFinding(articleID, i, f); err != nil {
			return fmt.Errorf("finding of check %s: %w", f.Check, err)
		}
	}
	return nil
}
