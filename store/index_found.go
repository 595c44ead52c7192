package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"

	"stet/claims"
	"stet/sources"
)

// Claim returns the claim that an event wrote, as it is now, without its
// sign-off. The error is ErrNotFound where the event was no claim's.
func (x *Index) Claim(ctx context.Context, number int64) (claims.SearchedClaim, error) {
	c, ok, err := one(ctx, x.conn, func(row scanner) (c claims.SearchedClaim, err error) {
		err = row.Scan(&c.ID, &c.Article, &c.Title, maybeStamp{&c.ImportedAt}, &c.Number, &c.Text, &c.Label, &c.Place, &c.Cut)
		return c, err
	}, `
		select c.id, a.slug, a.title, coalesce(d.at, ''), c.number, c.text, c.label, c.place, c.cut
		from history h
		join claim c on c.id = h.key
		join article a on a.id = c.article
		left join draft d on d.article = a.id and d.digest = a.draft
		where h.seq = :number and h.tbl = 'claim'`, sql.Named("number", number))
	if err == nil && !ok {
		err = notFound("claim of event", strconv.FormatInt(number, 10))
	}
	return c, err
}

// SignOff returns the last sign-off of a claim, which may be void, or nil where
// there is none. It is read apart: joined to anything else, the view is worked
// out for the whole ledger.
func (x *Index) SignOff(ctx context.Context, claim string) (*claims.SignOff, error) {
	s, ok, err := one(ctx, x.conn, scanSignOff,
		`select `+signOffColumns+` from signoff_view s where s.claim_id = :claim`, sql.Named("claim", claim))
	if err != nil || !ok {
		return nil, err
	}
	return &s, nil
}

// Quote returns the citation that an event wrote, as it is now. The error is
// ErrNotFound where it was no citation's, or that was taken away.
func (x *Index) Quote(ctx context.Context, number int64) (claims.SearchedQuote, error) {
	q, ok, err := one(ctx, x.conn, func(row scanner) (q claims.SearchedQuote, err error) {
		var source sources.Source
		err = row.Scan(&q.ID, &q.Claim.Slug, &q.Claim.Number, &q.Quote, &source.Number, &q.Page)
		q.Source = source.Code()
		return q, err
	}, `
		select t.id, a.slug, c.number, t.quote, s.number, t.page
		from history h
		join citation t on t.id = h.key
		join claim c on c.id = t.claim
		join article a on a.id = c.article
		join source s on s.id = t.source
		where h.seq = :number and h.tbl = 'citation'`, sql.Named("number", number))
	if err == nil && !ok {
		err = notFound("citation of event", strconv.FormatInt(number, 10))
	}
	return q, err
}

// paged is a text read whose pages were found, with what each of them says of the
// source.
type paged struct {
	reading int64
	like    claims.SearchedPage // without its page and text
	text    *sources.Text
	pages   []sources.Page
}

// Page returns a page of a text read. The error is ErrNotFound where another
// took its place since, or no source has it.
func (x *Index) Page(ctx context.Context, number int64) (claims.SearchedPage, error) {
	// What is found is often several pages of one long document.
	if reading := number / pagesEach; x.last.reading != reading {
		last, err := x.readPages(ctx, reading)
		if err != nil {
			return claims.SearchedPage{}, err
		}
		x.last = last
	}
	i := int(number % pagesEach)
	if i >= len(x.last.pages) {
		return claims.SearchedPage{}, notFound("page", strconv.FormatInt(number, 10))
	}
	page, p := x.last.like, x.last.pages[i]
	page.Text = x.last.text.Body[p.Start:p.End]
	if p.Number > 0 {
		if page.Page = p.Printed; page.Page == "" {
			page.Page = strconv.Itoa(p.Number)
		}
	}
	return page, nil
}

// readPages reads a text with the first of the sources that have it.
func (x *Index) readPages(ctx context.Context, reading int64) (paged, error) {
	found := paged{reading: reading}
	page, source := &found.like, sources.Source{}
	r, ok, err := one(ctx, x.conn, func(row scanner) (r packedText, err error) {
		err = row.Scan(&page.Snapshot, &r.size, &r.body, &r.restSize, &r.rest, &source.Number, &source.Alias, &source.Address,
			&source.Held, &source.Title, &page.Newest)
		return r, err
	}, `
		select r.digest, r.size, r.body, r.rest_size, r.rest, s.number, s.alias, s.address, s.held, s.title,
			n.snapshot = r.digest
		from reading r
		join capture k on k.snapshot = r.digest
		join source s on s.id = k.source
		join newest_snapshot n on n.source_id = s.id
		where r.id = :reading
		order by s.number
		limit 1`, sql.Named("reading", reading))
	if err == nil && !ok {
		err = notFound("text read", strconv.FormatInt(reading, 10))
	}
	if err != nil {
		return found, err
	}
	if found.text, err = r.unpack(); err != nil {
		return found, fmt.Errorf("text of snapshot %.12s is damaged in the ledger: %w", page.Snapshot, err)
	}
	page.Source, page.Name, page.Title = source.Code(), source.Name(), source.Title
	found.pages = pagesOf(found.text)
	return found, nil
}

// Within returns what reports whether the number of a text of a kind is that
// of a claim or a citation of an article, or of a page of a source that it
// cites. The error is ErrNotFound where there is no such article.
func (x *Index) Within(ctx context.Context, of claims.Indexed, slug string) (func(number int64) bool, error) {
	article, err := articleBySlug(ctx, x.conn, slug)
	if err != nil {
		return nil, err
	}
	query, each := `select seq from history where article = :article and tbl in ('claim', 'citation')`, int64(1)
	if of == claims.IndexedSources {
		query, each = `
			select distinct r.id
			from claim c
			join citation t on t.claim = c.id
			join capture k on k.source = t.source
			join reading r on r.digest = k.snapshot
			where c.article = :article`, pagesEach
	}
	numbers, err := collect(ctx, x.conn, scanOne[int64], query, sql.Named("article", article.ID))
	kept := make(map[int64]bool, len(numbers))
	for _, n := range numbers {
		kept[n] = true
	}
	return func(number int64) bool { return kept[number/each] }, err
}
