package verify

import (
	"context"
	"strconv"
	"time"

	"stet/claims"
	"stet/sources"
)

// Evidence is one text that a claim is laid beside.
type Evidence struct {
	Text  *sources.Text
	Quote string // the words relied on; may be ""
}

// Compare runs the checks on one claim and the texts that it rests on, outside
// any ledger. On is the day that the claim was written on, or zero. Spans of the
// findings are bytes of the claim's words, and those of evidence of the text
// that the finding's Citation names, by its number from 0.
func Compare(ctx context.Context, words string, label claims.Label, given []Evidence, on time.Time) ([]claims.Finding, error) {
	c := claims.Claim{ID: "claim", Number: 1, Text: words, Label: label, Place: claims.InBody, Spans: []claims.Span{{Start: 0, End: len(words)}}}
	d := &claims.Dossier{Sources: map[string]claims.Evidence{}}
	d.Draft.Text, d.Draft.At = words, on
	entry := claims.Entry{Claim: c}
	texts := map[sources.Digest]*sources.Text{}
	for i, e := range given {
		id := strconv.Itoa(i)
		texts[sources.Digest(id)] = e.Text
		d.Sources[id] = claims.Evidence{
			Source: sources.Source{ID: id, Number: i + 1, Address: "evidence", Title: e.Text.Title},
			Last:   &sources.Capture{State: sources.Captured}, Snapshot: sources.Digest(id),
		}
		entry.Citations = append(entry.Citations, claims.Citation{ID: id, Claim: c.ID, Source: id, Quote: e.Quote})
	}
	d.Entries = []claims.Entry{entry}
	open := func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }
	result, err := Run(ctx, d, open, Options{})
	return result.Findings, err
}
