package desk_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"stet/claims"
	"stet/claims/desk"
	"stet/sources"
	"stet/store"
)

const address = "https://example.com/notice"

// answer is one answer of a server, at some hours after noon.
type answer struct {
	hours float64
	got   sources.Fetched
	want  sources.State
	says  string
}

func notFound() sources.Fetched {
	return sources.Fetched{State: sources.Missing, Status: 404, Reason: "the server answered 404 Not Found"}
}

func page(words string) sources.Fetched {
	return sources.Fetched{
		State: sources.Captured, Status: 200, Bytes: []byte(words), FinalURL: address,
		Exchanges: []sources.Exchange{{URL: address, Status: 200, Response: []sources.Field{{Name: "ETag", Value: words}}}},
	}
}

// TestStates has a server answer one way after another, and says what state
// each attempt comes to.
func TestStates(t *testing.T) {
	down := sources.Fetched{State: sources.Unreachable, Status: 503, Reason: "the server answered 503"}
	soft := sources.Fetched{State: sources.Missing, Status: 200, Reason: "the page says that it was not found"}
	const quoted, other = "The ferry sank on Monday, the harbour said.", "Nobody at the harbour would say what had become of the boat."
	for name, answers := range map[string][]answer{
		"missing until a day later": {
			{0, notFound(), sources.Missing, ""}, {23.9, notFound(), sources.Missing, ""}, {24, notFound(), sources.Gone, "as on 23 November 2026"},
			{25, notFound(), sources.Gone, ""}, {26, page(quoted), sources.Captured, ""}, {51, notFound(), sources.Missing, ""},
		},
		"back in between": {
			{0, notFound(), sources.Missing, ""}, {12, page(quoted), sources.Captured, ""}, {25, notFound(), sources.Missing, ""},
		},
		"trouble in between says nothing": {
			{0, notFound(), sources.Missing, ""}, {12, down, sources.Unreachable, ""}, {25, notFound(), sources.Gone, ""},
		},
		"a server's words are not its status code": {
			{0, soft, sources.Missing, ""}, {30, soft, sources.Missing, ""}, {31, notFound(), sources.Missing, ""},
		},
		"a missing file is never gone": {
			{0, sources.Fetched{State: sources.Missing, Reason: "no such file"}, sources.Missing, ""},
			{30, sources.Fetched{State: sources.Missing, Reason: "no such file"}, sources.Missing, ""},
		},
		"unchanged, changed, and the words gone": {
			{0, page(quoted), sources.Captured, ""}, {1, page(quoted), sources.Unchanged, ""}, {2, page("Updated. " + quoted), sources.Changed, ""},
			{3, page(other), sources.SoftChange, `ferry#1 relies on words that no longer stand there: "sank on Monday, the harbour said"`},
			{4, page(other + " Updated."), sources.Changed, ""}, {5, page(quoted), sources.Changed, ""},
		},
		"unchanged by its own word": {
			{0, page(quoted), sources.Captured, ""}, {1, sources.Fetched{State: sources.Unchanged, Status: 304}, sources.Unchanged, ""},
			{2, notFound(), sources.Missing, ""}, {3, page(quoted), sources.Unchanged, ""},
		},
		"unread is not without the words": {
			{0, page(quoted), sources.Captured, ""}, {1, page("bad bytes"), sources.Changed, "damaged"},
		},
	} {
		t.Run(name, func(t *testing.T) { checkStates(t, answers) })
	}
}

func checkStates(t *testing.T, answers []answer) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), nil)
	submit(t, d, "The ferry sank on Monday.", sources.Note{
		Kind: sources.Footnote, Label: "1", Text: address + ` "sank on Monday, the harbour said"`, Start: 25, End: 25,
	})
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for _, a := range answers {
		d.Now = func() time.Time { return noon.Add(time.Duration(a.hours * float64(time.Hour))) }
		d.Fetcher = fetcherFunc(func(_ context.Context, _ sources.Request) sources.Fetched { return a.got })
		e, err := d.Ledger.Source(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		captures, err := d.Capture(t.Context(), []claims.Evidence{e}, desk.CaptureOptions{})
		if err != nil || len(captures) != 1 {
			t.Fatal(captures, err)
		}
		c := captures[0]
		if c.State != a.want || !strings.Contains(c.Reason, a.says) {
			t.Errorf("after %g hours: %s %q, want %s %q", a.hours, c.State, c.Reason, a.want, a.says)
		}
		if hasBytes := c.State == sources.Captured || c.State == sources.Unchanged || c.State == sources.Changed || c.State == sources.SoftChange; hasBytes != (c.Snapshot != "") {
			t.Errorf("after %g hours: %s with the snapshot %q", a.hours, c.State, c.Snapshot)
		}
	}
}

// TestAskedOnlyIfChanged wants the server given the validators of the last
// answer that had the bytes now held, and no others.
func TestAskedOnlyIfChanged(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), nil)
	var asked []string
	answers := []sources.Fetched{page("one"), {State: sources.Unchanged, Status: 304}, notFound(), page("two"), page("two")}
	d.Fetcher = fetcherFunc(func(_ context.Context, r sources.Request) sources.Fetched {
		asked = append(asked, r.Since.Header("etag"))
		return answers[len(asked)-1]
	})
	e, err := d.AddSource(t.Context(), sources.Source{Address: address})
	if err != nil {
		t.Fatal(err)
	}
	for range answers[1:] {
		if _, err := d.Capture(t.Context(), []claims.Evidence{e}, desk.CaptureOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(asked, ","); got != ",one,one,one,two" {
		t.Errorf("asked with %s", got)
	}
}

// TestCopies wants an archived copy read as long as there is nothing else, and
// an attached one before all others.
func TestCopies(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), map[string]string{"archived:" + address: "As archived."})
	submit(t, d, "The ferry sank on Monday.", sources.Note{Kind: sources.Footnote, Label: "1", Text: address, Start: 25, End: 25})
	shelf := d.Fetcher.(*shelf)
	source := func() claims.Evidence {
		t.Helper()
		e, err := d.Ledger.Source(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	capture := func(o desk.CaptureOptions) {
		t.Helper()
		if _, err := d.Capture(t.Context(), []claims.Evidence{source()}, o); err != nil {
			t.Fatal(err)
		}
	}
	want := func(state sources.State, via sources.Via, words string) {
		t.Helper()
		e := source()
		text, err := d.Text(t.Context(), e.Snapshot)
		if err != nil || text.Body != words || e.Via != via || e.Last.State != state {
			t.Errorf("%s, read via %q: %q, %v; want %s, %q, %q", e.Last.State, e.Via, text.Body, err, state, via, words)
		}
	}
	capture(desk.CaptureOptions{})
	day := time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC)
	capture(desk.CaptureOptions{Archived: true, NearTo: day})
	want(sources.Missing, sources.Archived, "As archived.")
	if e := source(); !e.TakenAt.Equal(day) {
		t.Errorf("taken at %s, want %s", e.TakenAt, day)
	}
	shelf.pages[address] = "As it is."
	capture(desk.CaptureOptions{})
	want(sources.Captured, sources.Live, "As it is.")
	capture(desk.CaptureOptions{Archived: true})
	want(sources.Captured, sources.Live, "As it is.")
	if _, err := d.Attach(t.Context(), source(), "saved.txt", []byte("As saved.")); err != nil {
		t.Fatal(err)
	}
	want(sources.Captured, sources.Attached, "As saved.")
	capture(desk.CaptureOptions{})
	want(sources.Unchanged, sources.Attached, "As saved.")
}

// TestFilesOfADraft wants a draft's files asked for within its folder only,
// until a person names the file or allows all.
func TestFilesOfADraft(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), nil)
	var within string
	d.Fetcher = fetcherFunc(func(_ context.Context, r sources.Request) sources.Fetched {
		within = r.Within
		return sources.Fetched{State: sources.Captured, Bytes: []byte("The ferry sank.")}
	})
	note := sources.Note{Kind: sources.Footnote, Label: "1", Text: "../log.txt", Start: 25, End: 25}
	check := func(what, dir string, outside bool, want string) {
		t.Helper()
		body := "The ferry sank on Monday."
		_, err := d.Import(t.Context(), desk.Submission{
			Slug: "ferry", File: "ferry.txt", Dir: dir, Outside: outside, Bytes: []byte(body),
			Text: &sources.Text{MediaType: "text/plain", Body: body, Notes: []sources.Note{note}},
		})
		if err != nil {
			t.Fatal(err)
		}
		e, err := d.Ledger.Source(t.Context(), "log.txt")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Capture(t.Context(), []claims.Evidence{e}, desk.CaptureOptions{}); err != nil {
			t.Fatal(err)
		}
		if e.Source.Within != want || within != want {
			t.Errorf("%s: to lie within %q, asked for within %q; want %q", what, e.Source.Within, within, want)
		}
	}
	check("a draft names it", "drafts", false, "drafts")
	check("again", "drafts", false, "drafts")
	check("a person allows it", "drafts", true, "")
	check("which stands", "drafts", false, "")
}

// TestManySources wants every attempt recorded, in the order of the sources,
// though the first answers last.
func TestManySources(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), nil)
	first := make(chan struct{})
	var answered atomic.Int64
	const n = 300
	d.Fetcher = fetcherFunc(func(_ context.Context, r sources.Request) sources.Fetched {
		if r.Address == address {
			<-first
		} else if answered.Add(1) == n-1 {
			close(first)
		}
		return page("of " + r.Address)
	})
	ledger := d.Ledger.(*store.Ledger)
	c := &claims.Change{At: time.Now()}
	for i := range n {
		s := sources.Source{ID: fmt.Sprintf("source-%03d", i), Number: i + 1, Address: address + strings.Repeat("/x", i)}
		c.Sources = append(c.Sources, s)
	}
	if err := ledger.Apply(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	all, err := ledger.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	captures, err := d.Capture(t.Context(), all, desk.CaptureOptions{})
	if err != nil || len(captures) != n {
		t.Fatal(len(captures), err)
	}
	for i, c := range captures {
		if c.Source != all[i].Source.ID || c.Snapshot != sources.DigestOf([]byte("of "+all[i].Source.Address)) {
			t.Fatalf("attempt %d is %+v", i, c)
		}
	}
	if err := ledger.History(t.Context(), "", 0, func(e claims.Event) error {
		if e.Table == "capture" && e.Key != captures[0].ID {
			return fmt.Errorf("capture %s is next in the history, want that of %s", e.Key, captures[0].Source)
		} else if e.Table == "capture" {
			captures = captures[1:]
		}
		return nil
	}); err != nil || len(captures) != 0 {
		t.Error(len(captures), err)
	}
}
