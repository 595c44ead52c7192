package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
)

// halves returns a story in two changes, the second of which points to the
// first.
func halves(slug string, n int) (whole, first, second *claims.Change) {
	whole = story(slug, 1, n)
	one, two := *whole, claims.Change{Claims: whole.Claims[n/2:], Citations: whole.Citations[n/2:]}
	one.Claims, one.Citations = whole.Claims[:n/2], whole.Citations[:n/2]
	return whole, &one, &two
}

func TestBulkIsOneChange(t *testing.T) {
	whole, first, second := halves("ship", 6)
	want, got := newLedger(t), newLedger(t)
	apply(t, want, whole)
	err := got.ApplyBulk(t.Context(), &claims.Change{By: whole.By, What: whole.What, At: whole.At}, func(b claims.Bulk) error {
		if !b.IsFirst() {
			t.Error("the change is not the first of an empty ledger")
		}
		if err := b.Put(first); err != nil {
			return err
		}
		a, err := b.Article("ship")
		if err != nil {
			return err
		}
		e, err := b.Entry(a.ID, 2)
		if err != nil || e.Claim.Text != first.Claims[1].Text || len(e.Citations) != 1 {
			t.Errorf("claim 2 is %+v, %v", e, err)
		}
		if _, err := b.Entry(a.ID, 5); !errors.Is(err, ErrNotFound) {
			t.Errorf("claim 5 is not put yet: %v", err)
		}
		if known, err := b.Sources(); err != nil || len(known) != 1 {
			t.Errorf("%d sources, %v", len(known), err)
		}
		if err := b.Put(second); err != nil {
			return err
		}
		numbers := 0
		err = b.Words(a.ID, func(number int, words string) error {
			if numbers++; number != numbers || words != whole.Claims[number-1].Text {
				t.Errorf("claim %d has the words %q", number, words)
			}
			return nil
		})
		if numbers != 6 {
			t.Errorf("%d claims have words", numbers)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := differ(dossier(t, want, "ship"), dossier(t, got, "ship")); diff != "" {
		t.Error(diff)
	}
	if n := queryText(t, got, `select count(distinct change_id) from history`); n != "1" {
		t.Errorf("%s changes", n)
	}
	err = got.ApplyBulk(t.Context(), &claims.Change{At: noon}, func(b claims.Bulk) error {
		if b.IsFirst() {
			t.Error("the second change says that it is the first")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestBulkIsAllOrNothing lets a bulk change fail in every way after rows were
// written.
func TestBulkIsAllOrNothing(t *testing.T) {
	failed := errors.New("failed")
	for name, fill := range map[string]func(context.CancelFunc, claims.Bulk) error{
		"fill": func(context.CancelFunc, claims.Bulk) error { return failed },
		"a row that is refused": func(_ context.CancelFunc, b claims.Bulk) error {
			return b.Put(&claims.Change{Claims: []claims.Claim{{ID: "x", Article: "ship-article-000000", Number: 9, Text: "\x00"}}})
		},
		"a row that points nowhere, told at the end": func(_ context.CancelFunc, b claims.Bulk) error {
			return b.Put(&claims.Change{Citations: []claims.Citation{{ID: "x", Claim: "none", Source: "none"}}})
		},
		"a row that points nowhere, told by the next": func(_ context.CancelFunc, b claims.Bulk) error {
			b.Put(&claims.Change{Citations: []claims.Citation{{ID: "x", Claim: "none", Source: "none"}}})
			if err := b.Put(&claims.Change{}); err == nil {
				return nil
			}
			return failed
		},
		"an interrupt": func(cancel context.CancelFunc, b claims.Bulk) error {
			cancel()
			_, second, _ := halves("boat", 4)
			second.Sources, second.Captures = nil, nil
			return b.Put(second)
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLedger(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			_, first, _ := halves("ship", 4)
			err := l.ApplyBulk(ctx, &claims.Change{At: noon}, func(b claims.Bulk) error {
				if err := b.Put(first); err != nil {
					return err
				}
				return fill(cancel, b)
			})
			if err == nil {
				t.Error("no error")
			}
			if n := queryText(t, l, `select (select count(*) from history) + (select count(*) from claim)`); n != "0" {
				t.Errorf("%s rows are left", n)
			}
		})
	}
}

// TestUnsharedLedgerTakesItsPlace makes a ledger that nobody knows and puts it
// where it belongs.
func TestUnsharedLedgerTakesItsPlace(t *testing.T) {
	dir := t.TempDir()
	made, path := filepath.Join(dir, "made.db"), filepath.Join(dir, "stet.db")
	l, err := Open(t.Context(), made, Options{Create: true, Unshared: true})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, l, story("ship", 1, 3))
	if got := queryText(t, l, `pragma journal_mode`); got == "wal" {
		t.Error("it is written with a log")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Place(made, path); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(made); err != nil {
		t.Fatal(err)
	}
	placed := openLedger(t, path, Options{})
	checkWhole(t, placed, 3)
	if got := queryText(t, placed, `pragma journal_mode`); got != "wal" {
		t.Errorf("journal mode %s", got)
	}
	if err := os.WriteFile(made, []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Place(made, path); !errors.Is(err, ErrConflict) {
		t.Errorf("error %v, want a conflict", err)
	}
}

// TestLapsedSignOff is void for the reason that it came with.
func TestLapsedSignOff(t *testing.T) {
	l := eventful(t)
	got := dossier(t, l, "ship").Entries[2].SignOff
	if got.Holds() || got.Void != "the number 40 became 48" || got.ImportedBy != "Dana" || got.Verdict != claims.Untold {
		t.Errorf("sign-off %+v", got)
	}
}

// TestReviewCanBeTakenBack writes a claim without a review over one with it.
func TestReviewCanBeTakenBack(t *testing.T) {
	l := newLedger(t)
	c := story("ship", 1, 1)
	apply(t, l, c)
	for _, review := range []claims.Review{fill[claims.Review](), {}} {
		claim := c.Claims[0]
		claim.Review = review
		apply(t, l, &claims.Change{At: noon, Claims: []claims.Claim{claim}})
		if diff := cmp.Diff(claim, dossier(t, l, "ship").Entries[0].Claim); diff != "" {
			t.Error(diff)
		}
	}
}
