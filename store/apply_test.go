package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"stet/claims"
	"stet/sources"
)

// counts returns how many rows each table has.
func counts(t *testing.T, l *Ledger) string {
	t.Helper()
	var all []string
	tables, err := collect(t.Context(), l.reader, scanOne[string], `select name from sqlite_schema where type = 'table' order by name`)
	if err != nil || len(tables) < 10 {
		t.Fatal(tables, err)
	}
	for _, name := range tables {
		all = append(all, name+" "+queryText(t, l, `select count(*) from "`+name+`"`))
	}
	return strings.Join(all, ", ")
}

// TestRefusedChangeLeavesNothing applies changes whose last row cannot stand.
func TestRefusedChangeLeavesNothing(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(c *claims.Change)
		want  string // in the error: the row, and what is wrong with it
		is    error
	}{
		{"number taken", func(c *claims.Change) { c.Claims[2].Number = 1 }, `claim "C-0001"`, ErrConflict},
		{"source number taken", func(c *claims.Change) { c.Sources[0].Number = 1 }, `source "S-0001"`, ErrConflict},
		{"alias taken", func(c *claims.Change) { c.Sources[0].Alias = "page-ship" }, "source.alias", ErrConflict},
		{"address taken", func(c *claims.Change) { c.Sources[0].Address = "https://example.com/ship" }, "source.address", ErrConflict},
		{"slug taken", func(c *claims.Change) { c.Articles[0].Slug = "ship" }, `article "ship"`, ErrConflict},
		{"capture there", func(c *claims.Change) { c.Captures[0].ID = "ship-capture-000000" }, "capture", ErrConflict},
		{"claim of no article", func(c *claims.Change) { c.Claims[2].Article = "none" }, "not in the ledger", nil},
		{"citation of no source", func(c *claims.Change) { c.Citations[2].Source = "none" }, "not in the ledger", nil},
		{"sign-off of no claim", func(c *claims.Change) { c.SignOffs = []claims.SignOff{{ID: "s", Claim: "none"}} }, `sign-off "s"`, nil},
		{"query on no claim", func(c *claims.Change) { c.Queries = []claims.Query{{ID: "q", Claim: "none", Number: 1}} }, `query "q"`, nil},
		{"query's number taken", func(c *claims.Change) {
			c.Queries = []claims.Query{{ID: "q", Claim: c.Claims[0].ID, Number: 1}, {ID: "r", Claim: c.Claims[0].ID, Number: 1}}
		}, `query "r"`, ErrConflict},
		{"reply on no claim", func(c *claims.Change) { c.Replies = []claims.Reply{{ID: "y", Claim: "none"}} }, `reply "y"`, nil},
		{"no such reply", func(c *claims.Change) { c.Dropped = []string{"none"} }, `reply "none"`, ErrNotFound},
		{"no such draft", func(c *claims.Change) { c.Articles[0].Draft = "abc" }, "commit: it points to something that is not in the ledger", nil},
		{"no such citation", func(c *claims.Change) { c.Uncited = []string{"none"} }, `citation "none"`, ErrNotFound},
		{"other bytes", func(c *claims.Change) { c.Snapshots[1].Bytes = []byte("other") }, "its bytes are of digest", nil},
		{"no bytes", func(c *claims.Change) { c.Snapshots[1].Bytes = nil }, "its bytes are of digest", nil},
		{"not UTF-8", func(c *claims.Change) { c.Claims[2].Text = "caf\xe9" }, `claim "C-0003": its text is not valid UTF-8 (byte 3`, nil},
		{"NUL", func(c *claims.Change) { c.Drafts[0].Text = "A\x00draft" }, `its text holds a NUL character (byte 1`, nil},
		{"NUL in a snapshot's type", func(c *claims.Change) { c.Snapshots[0].MediaType = "\x00" }, `holds a NUL`, nil},
		{"deep", func(c *claims.Change) { c.Claims[1].Attributions[0].Cue.Text = "\xff" }, `claim "C-0002": its text is not valid UTF-8`, nil},
		{"who", func(c *claims.Change) { c.By = "\xff" }, `change: its by is not valid UTF-8`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := newLedger(t)
			apply(t, l, story("ship", 1, 3))
			before := counts(t, l)
			c := story("boat", 2, 3)
			test.spoil(c)
			err := l.Apply(t.Context(), c)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v does not say %q", err, test.want)
			}
			if test.is != nil && !errors.Is(err, test.is) {
				t.Errorf("error %v is not %v", err, test.is)
			}
			if after := counts(t, l); after != before {
				t.Errorf("rows before: %s\nafter: %s", before, after)
			}
		})
	}
}

func TestChangeOnAnOldDossierConflicts(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	old := dossier(t, l, "ship")
	claim := old.Entries[0].Claim
	apply(t, l, story("boat", 2, 1)) // another article: no conflict
	apply(t, l, changeOf(old, claim))
	if err := l.Apply(t.Context(), changeOf(old, claim)); !errors.Is(err, ErrConflict) {
		t.Errorf("error %v, want ErrConflict", err)
	}
	apply(t, l, changeOf(dossier(t, l, "ship"), claim))
}

func TestRepeatedSnapshotAndDraftStay(t *testing.T) {
	l := newLedger(t)
	c := story("ship", 1, 1)
	apply(t, l, c)
	before := counts(t, l)
	again := &claims.Change{At: noon, Snapshots: c.Snapshots, Drafts: c.Drafts}
	again.Snapshots[0].MediaType, again.Drafts[0].File = "text/html", "copy.md"
	apply(t, l, again)
	if after := counts(t, l); after != before {
		t.Errorf("rows before: %s\nafter: %s", before, after)
	}
	again.Drafts[0].Text = "As a newer reader has it."
	apply(t, l, again)
	if got := dossier(t, l, "ship").Draft; got.Text != again.Drafts[0].Text || got.File != "ship.md" {
		t.Errorf("draft is %+v", got)
	}
}

// TestGoroutinesShareALedger reads while others write.
func TestGoroutinesShareALedger(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 2))
	const writers, each = 4, 5
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for i := range each {
				if err := l.Apply(t.Context(), story(fmt.Sprintf("story-%d-%d", w, i), 100*(w+1)+i, 2)); err != nil {
					t.Error(err)
				}
				if d, err := l.Dossier(t.Context(), "ship"); err != nil || len(d.Entries) != 2 {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got, want := queryText(t, l, `select count(*) from article`), strconv.Itoa(writers*each+1); got != want {
		t.Errorf("%s articles, want %s", got, want)
	}
}

// TestWriteWhileReading makes a change from within a walk through the ledger,
// which goes on seeing what it began with.
func TestWriteWhileReading(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("boat", 1, 1))
	apply(t, l, story("ship", 2, 1))
	err := l.Dossiers(t.Context(), claims.Filter{}, func(d *claims.Dossier) error {
		if d.Entries[0].Claim.LabelBy != "" {
			t.Errorf("%s was changed since the walk began", d.Article.Slug)
		}
		if d.Article.Slug == "ship" {
			return nil
		}
		for _, slug := range []string{"boat", "ship"} {
			other := dossier(t, l, slug)
			c := other.Entries[0].Claim
			c.LabelBy = "Kit"
			apply(t, l, changeOf(other, c))
		}
		return nil
	})
	if err != nil || dossier(t, l, "ship").Entries[0].Claim.LabelBy != "Kit" {
		t.Errorf("the change did not stand: %v", err)
	}
}

func TestBytes(t *testing.T) {
	l := newLedger(t)
	c := story("ship", 1, 1)
	empty := content("")
	c.Snapshots = append(c.Snapshots, empty)
	apply(t, l, c)
	for _, want := range c.Snapshots {
		b, s, err := l.Bytes(t.Context(), want.Digest)
		if err != nil || string(b) != string(want.Bytes) || s != want.Snapshot {
			t.Errorf("Bytes = %q, %+v, %v", b, s, err)
		}
	}
	if _, _, err := l.Bytes(t.Context(), "none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
}

func TestDamagedBytesAreToldSo(t *testing.T) {
	other, err := compress([]byte("Other bytes altogether, which are longer."))
	if err != nil {
		t.Fatal(err)
	}
	page := content("What the page says of ship.").Digest
	for name, damage := range map[string]string{
		"not compressed": `update snapshot_bytes set bytes = x'00'`,
		"size":           `update snapshot set size = 9000000000000000000`,
		"smaller size":   `update snapshot set size = 3`,
	} {
		t.Run(name, func(t *testing.T) { checkDamaged(t, page, damage) })
	}
	t.Run("other bytes", func(t *testing.T) {
		checkDamaged(t, page, `update snapshot set size = 100`, `update snapshot_bytes set bytes = :bytes`, other)
	})
}

func checkDamaged(t *testing.T, d sources.Digest, damage ...any) {
	t.Helper()
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	if _, err := l.writer.ExecContext(t.Context(), damage[0].(string)); err != nil {
		t.Fatal(err)
	}
	if len(damage) > 1 {
		if _, err := l.writer.ExecContext(t.Context(), damage[1].(string), damage[2]); err != nil {
			t.Fatal(err)
		}
	}
	if b, _, err := l.Bytes(t.Context(), d); err == nil || b != nil || !strings.Contains(err.Error(), "is damaged in the ledger") {
		t.Errorf("Bytes = %q, %v", b, err)
	}
}
