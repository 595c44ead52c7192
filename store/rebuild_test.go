package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/sources"
)

// derived are the tables that no history rebuilds.
var derived = []string{"reading", "match", "finding", "verification", "checked", "search_mark", "search_segment", "search_posting"}

// eventful returns a ledger in which every kind of row was written, written
// over and, where that can be, removed.
func eventful(t *testing.T) *Ledger {
	t.Helper()
	l := newLedger(t)
	apply(t, l, story("ship", 1, 5))
	apply(t, l, story("boat", 2, 2))
	c := recapture(noon.Add(time.Hour), "Another page.\u2028“Öl” \\ <b> \x01")
	c.Captures = append(c.Captures, sources.Capture{
		ID: "boat-capture-gone", Source: "boat-source-000000", At: noon.Add(time.Hour), State: sources.Missing, Status: 404,
		Exchanges: []sources.Exchange{
			{URL: "https://example.com/a", Protocol: "HTTP/2.0", Status: 301, Response: []sources.Field{{Name: "Location", Value: "/b"}}},
			{URL: "https://example.com/b", Peer: "192.0.2.1", Protocol: "HTTP/2.0", Status: 404},
		},
	})
	apply(t, l, c)
	d := dossier(t, l, "ship")
	apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{
		signOff(d, d.Entries[0], "sign-1", claims.Confirmed, noon), signOff(d, d.Entries[1], "sign-2", claims.Incorrect, noon),
		{ID: "sign-3", Claim: d.Entries[2].Claim.ID, Verdict: claims.Untold, By: "Kit", At: noon, ImportedBy: "Dana", Lapsed: "the number 40 became 48"},
	}, Parts: []claims.Part{{
		Claim: d.Entries[3].Claim.ID, Number: 4, Whole: d.Entries[2].Claim.ID, WholeNumber: 3, Bond: claims.SplitOff, Draft: d.Draft.Digest, At: noon,
	}}, Queries: []claims.Query{
		{ID: "query-1", Claim: d.Entries[0].Claim.ID, Number: 1, Question: "Who counted?", To: "Kit Moss", By: "Dana Scott", At: noon},
	}, Replies: []claims.Reply{
		{ID: "reply-1", Claim: d.Entries[0].Claim.ID, To: "The port", By: "Dana Scott", At: noon},
		{ID: "reply-2", Claim: d.Entries[0].Claim.ID, To: "Nobody", By: "Dana Scott", At: noon},
	}})
	edited := d.Entries[0].Claim
	edited.Text, edited.Cut, edited.Spans, edited.Reasons, edited.Remarks = "“Edited”\u2029\u007f\b\f", true, nil, nil, []claims.Remark{{Text: "<i>&"}}
	cited := d.Entries[1].Citations[0]
	cited.Stance, cited.By = claims.Disputes, "Kit"
	changed := d.Sources[cited.Source].Source
	changed.Alias, changed.KindSet = "", true
	article := d.Article
	article.Title = "Another title"
	apply(t, l, &claims.Change{
		By: "Kit", What: "claim edit", At: noon.In(time.FixedZone("", 3600)).Add(time.Microsecond), Article: article.ID, After: dossier(t, l, "ship").Version,
		Articles: []claims.Article{article}, Claims: []claims.Claim{edited}, Sources: []sources.Source{changed},
		Citations: []claims.Citation{cited}, Uncited: []string{d.Entries[2].Citations[0].ID},
		Queries: []claims.Query{{ID: "query-1", Claim: edited.ID, Number: 1, Question: "Who counted?", By: "Dana Scott", At: noon, Answer: "I did.", AnsweredBy: "Kit Moss", AnsweredAt: noon.Add(time.Hour)}},
		Replies: []claims.Reply{{ID: "reply-1", Claim: edited.ID, To: "The port", Via: "phone", ContactedAt: noon, Deadline: noon.Add(time.Hour), Words: edited.Text, By: "Kit", At: noon}},
		Dropped: []string{"reply-2"},
	})
	return l
}

func TestRebuildMakesEveryTableAgain(t *testing.T) {
	l := eventful(t)
	match(t, l, content("x").Digest, claims.Exact) // derived: not to be rebuilt
	into := filepath.Join(t.TempDir(), "again.db")
	if err := l.Rebuild(t.Context(), into); err != nil {
		t.Fatal(err)
	}
	again := openLedger(t, into, Options{})
	tables, err := collect(t.Context(), l.reader, scanOne[string], `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
	if err != nil || len(tables) < 10 {
		t.Fatal(tables, err)
	}
	for _, name := range tables {
		want, got := rows(t, l, name), rows(t, again, name)
		if strings.Contains(strings.Join(derived, " "), name) {
			want = nil
		} else if len(want) == 0 {
			t.Errorf("table %s is empty, so that nothing was tested", name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("table %s: %s", name, diff)
		}
	}
	if diff := differ(dossier(t, l, "boat"), dossier(t, again, "boat")); diff != "" {
		t.Error(diff)
	}
}

func TestRebuildKeepsWhatIsThere(t *testing.T) {
	l := eventful(t)
	into := filepath.Join(t.TempDir(), "there.txt")
	if err := os.WriteFile(into, []byte("words"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := l.Rebuild(t.Context(), into); err == nil {
		t.Error("rebuilt over a file")
	}
	if b, err := os.ReadFile(into); err != nil || string(b) != "words" {
		t.Errorf("file is %q, %v", b, err)
	}
}

func TestFailedRebuildLeavesNoFile(t *testing.T) {
	l := eventful(t)
	if _, err := l.writer.ExecContext(t.Context(), `update history set row = '{' where seq = 20`); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := l.Rebuild(t.Context(), filepath.Join(dir, "again.db")); err == nil || !strings.Contains(err.Error(), "event 20") {
		t.Errorf("error %v does not name the event", err)
	}
	if got := listing(t, dir); got != "" {
		t.Errorf("folder holds %s", got)
	}
}

// rows returns every row of a table as text, in order.
func rows(t *testing.T, l *Ledger, table string) []string {
	t.Helper()
	var all []string
	err := l.Query(t.Context(), `select * from "`+table+`" order by 1, 2`, nil, func(_ []string, values []any) error {
		all = append(all, fmt.Sprintf("%q", values))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestHistory(t *testing.T) {
	l := eventful(t)
	var all, ships []claims.Event
	keep := func(to *[]claims.Event) func(claims.Event) error {
		return func(e claims.Event) error { *to = append(*to, e); return nil }
	}
	if err := l.History(t.Context(), "", 0, keep(&all)); err != nil {
		t.Fatal(err)
	}
	if err := l.History(t.Context(), "ship", all[10].Seq, keep(&ships)); err != nil {
		t.Fatal(err)
	}
	changes := map[string]int{}
	for i, e := range all {
		if e.Seq != int64(i+1) {
			t.Errorf("event %d is numbered %d", i+1, e.Seq)
		}
		changes[e.Change]++
	}
	if len(changes) != 5 {
		t.Errorf("%d changes, want 5: %v", len(changes), changes)
	}
	last := all[len(all)-1]
	removed := claims.Event{
		Seq: last.Seq, Change: last.Change, At: noon, By: "Kit", What: "claim edit", Article: "ship-article-000000",
		Table: "reply", Key: "reply-2",
	}
	if diff := cmp.Diff(removed, last); diff != "" {
		t.Error(diff)
	}
	for _, e := range ships {
		if e.Article != "ship-article-000000" || e.Seq <= all[10].Seq {
			t.Errorf("event %+v is not of the ship since", e)
		}
	}
	if len(ships) < 5 {
		t.Errorf("%d events of the ship", len(ships))
	}
}
