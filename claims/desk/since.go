package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"stet/claims"
	"stet/sources"
)

// Since says from when on changes count: after a moment, or with it. Where Draft
// names one of an article's drafts, as Diff takes it, it is after its import.
type Since struct {
	At    time.Time
	Draft string
}

// IsZero reports whether everything counts.
func (s Since) IsZero() bool { return s == Since{} }

// ChangedSince returns the IDs of the claims of an article that are not as they
// were then: their words, label, citations, verdict, queries or replies, or what a
// source that they cite says. New ones are among them; one that only moved is not.
func (d *Desk) ChangedSince(ctx context.Context, dossier *claims.Dossier, since Since) (map[string]bool, error) {
	var events []claims.Event
	err := d.Ledger.History(ctx, dossier.Article.Slug, 0, func(e claims.Event) error {
		events = append(events, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	counts, err := since.counts(dossier.Article.Slug, events)
	if err != nil {
		return nil, err
	}
	changed, was, err := changes(events, counts)
	if err != nil {
		return nil, err
	}
	for _, e := range dossier.Entries {
		before, known := was[e.Claim.ID]
		if !known || before.Label != e.Claim.Label || claims.FoldWords(before.Text) != claims.FoldWords(e.Claim.Text) {
			changed[e.Claim.ID] = true
		}
	}
	return changed, d.addRecaptured(ctx, dossier, counts, changed)
}

// addRecaptured adds the claims that cite a source of which other bytes were got.
func (d *Desk) addRecaptured(ctx context.Context, dossier *claims.Dossier, counts func(time.Time) bool, changed map[string]bool) error {
	other := map[string]bool{}
	for id, e := range dossier.Sources {
		if e.TakenAt.IsZero() || !counts(e.TakenAt) {
			continue
		}
		captures, err := d.Ledger.Captures(ctx, id)
		if err != nil {
			return err
		}
		other[id] = slices.ContainsFunc(captures, func(c sources.Capture) bool {
			return c.Snapshot != "" && c.State != sources.Unchanged && counts(c.At)
		})
	}
	for _, e := range dossier.Entries {
		if slices.ContainsFunc(e.Citations, func(c claims.Citation) bool { return other[c.Source] }) {
			changed[e.Claim.ID] = true
		}
	}
	return nil
}

// counts returns what tells whether what happened at a time counts.
func (s Since) counts(slug string, events []claims.Event) (func(time.Time) bool, error) {
	if s.Draft == "" {
		return func(at time.Time) bool { return !at.Before(s.At) }, nil
	}
	editions, err := editionsOf(events)
	if err != nil {
		return nil, err
	}
	i, err := editionNamed(slug, editions, s.Draft)
	if err != nil {
		return nil, err
	}
	return func(at time.Time) bool { return at.After(editions[i].At) }, nil
}

// changes returns which claims have events that count on what hangs on them, and
// each claim as it was before all that do.
func changes(events []claims.Event, counts func(time.Time) bool) (changed map[string]bool, was map[string]claims.Claim, err error) {
	changed, was = map[string]bool{}, map[string]claims.Claim{}
	owners := map[string]string{} // the claim of each row, by its key: a row that is removed says no more
	for _, e := range events {
		switch e.Table {
		case "claim":
			if !counts(e.At) {
				c, err := rowOf[claims.Claim](e)
				if err != nil {
					return nil, nil, err
				}
				was[c.ID] = c
			}
		case "citation", "signoff", "query", "reply":
			if len(e.Row) > 0 {
				row, err := rowOf[struct {
					Claim string `json:"claim"`
				}](e)
				if err != nil {
					return nil, nil, err
				}
				owners[e.Key] = row.Claim
			}
			if counts(e.At) {
				changed[owners[e.Key]] = true
			}
		}
	}
	return changed, was, nil
}

// rowOf decodes the row that an event wrote.
func rowOf[T any](e claims.Event) (row T, err error) {
	if err := json.Unmarshal(e.Row, &row); err != nil {
		return row, fmt.Errorf("event %d: %w", e.Seq, err)
	}
	return row, nil
}
