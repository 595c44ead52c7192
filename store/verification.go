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
	"stet/store/canonical"
)

// PutVerification replaces what the checks last made of an article, and reports
// whether it differs from what was there: where it doesn't, nothing is
// written. It is not part of the history. The error is ErrConflict where a
// claim or citation that it is about is gone meanwhile.
func (l *Ledger) PutVerification(ctx context.Context, articleID string, now claims.Verification) (changed bool, err error) {
	now.Matches = slices.Clone(now.Matches)
	slices.SortFunc(now.Matches, func(a, b claims.Match) int { return cmp.Compare(a.Citation, b.Citation) })
	if err := checkText(now); err != nil {
		return false, fmt.Errorf("verification: %w", err)
	}
	before, err := readVerification(ctx, l.reader, articleID)
	if err != nil {
		return false, err
	}
	if same, err := equal(before, now); err != nil || same {
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

// equal compares as JSON does, to which an empty list is none.
func equal(v, w claims.Verification) (bool, error) {
	a, err := canonical.JSON(v)
	if err != nil {
		return false, err
	}
	b, err := canonical.JSON(w)
	return bytes.Equal(a, b), err
}

func readVerification(ctx context.Context, q querier, articleID string) (v claims.Verification, err error) {
	article := sql.Named("article", articleID)
	if v.Basis, err = basisOf(ctx, q, articleID); err != nil {
		return v, err
	}
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
	err = each(ctx, q, func(row scanner) error {
		id, c, err := scanChecked(row)
		if v.Checked == nil {
			v.Checked = map[string]claims.Checked{}
		}
		v.Checked[id] = c
		return err
	}, `select `+checkedColumns+` from checked k join claim c on c.id = k.claim where c.article = :article`, article)
	if err != nil {
		return v, err
	}
	v.Findings, err = collect(ctx, q, scanFinding,
		`select `+findingColumns+` from finding f where f.article = :article order by f.position`, article)
	return v, err
}

// checkedColumns are the columns of checked k that scanChecked reads, in order.
const checkedColumns = `k.claim, k.basis, k.start`

func scanChecked(row scanner) (claim string, c claims.Checked, err error) {
	err = row.Scan(&claim, &c.Basis, &c.Start)
	return claim, c, err
}

// basisOf returns what the checks read of an article when they last ran, or ""
// where they never did.
func basisOf(ctx context.Context, q querier, articleID string) (basis string, err error) {
	err = each(ctx, q, func(row scanner) error { return row.Scan(&basis) },
		`select v.basis from verification v where v.article = :article`, sql.Named("article", articleID))
	return basis, err
}

func (w *writer) putVerification(articleID string, v claims.Verification) error {
	article := sql.Named("article", articleID)
	if _, err := w.exec(`insert or replace into verification (article, basis) values (:article, :basis)`, article, sql.Named("basis", v.Basis)); err != nil {
		return err
	}
	_, err := w.exec(`
		delete from match
		where citation in (select t.id from citation t join claim c on c.id = t.claim where c.article = :article)`, article)
	if err != nil {
		return err
	}
	if _, err := w.exec(`delete from finding where article = :article`, article); err != nil {
		return err
	}
	if _, err := w.exec(`delete from checked where claim in (select c.id from claim c where c.article = :article)`, article); err != nil {
		return err
	}
	for id, c := range v.Checked {
		_, err := w.exec(`insert into checked (claim, basis, start) values (:claim, :basis, :start)`,
			sql.Named("claim", id), sql.Named("basis", c.Basis), sql.Named("start", c.Start))
		if err != nil {
			return err
		}
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
