package cmd

import (
	"context"

	"stet/sources"
	"stet/sources/text"
)

// mostPaged is of how many texts the pages are kept.
const mostPaged = 1000

// pageOf returns a function that tells on which physical page of a PDF the
// byte at an offset of the text read of a snapshot stands, and 0 where that is
// no PDF, or its text can't be had: a page that is not known is left out, and
// the words stay.
func (s *session) pageOf(ctx context.Context) func(sources.Digest, int) int {
	pages := map[sources.Digest]*sources.Text{} // without their words
	return func(d sources.Digest, offset int) int {
		known, ok := pages[d]
		if !ok {
			if len(pages) == mostPaged {
				clear(pages)
			}
			known = s.pages(ctx, d)
			pages[d] = known
		}
		page, ok := known.PageAt(offset)
		if !ok {
			return 0
		}
		return page.Number
	}
}

// pages returns of a PDF's text where its pages begin and end.
func (s *session) pages(ctx context.Context, d sources.Digest) *sources.Text {
	t, err := s.ledger.Text(ctx, d, text.Version)
	if err != nil || t.MediaType != "application/pdf" {
		return &sources.Text{}
	}
	return &sources.Text{Pages: t.Pages}
}
