package search

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/store"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func newLedger(t *testing.T) *store.Ledger {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "stet.db"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// chatter is a change of articles with n claims in words of which some are
// much commoner than others.
func chatter(r *rand.Rand, slug string, n int) *claims.Change {
	word := func() string { return fmt.Sprintf("w%d", int(300*r.Float64()*r.Float64()*r.Float64()*r.Float64())) }
	say := func(n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = word()
		}
		return strings.Join(words, " ")
	}
	c := &claims.Change{By: "Kit", What: "import", At: noon, Articles: []claims.Article{{ID: slug, Slug: slug, Title: say(5)}}}
	for i := range n {
		c.Claims = append(c.Claims, claims.Claim{
			ID: fmt.Sprint(slug, "-", i), Article: slug, Number: i + 1, Text: say(1 + r.IntN(30)), Place: claims.InBody, Priority: claims.Normal,
		})
	}
	return c
}

func open(t *testing.T, l *store.Ledger) *Index {
	t.Helper()
	tables, err := l.OpenIndex(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tables.Close() })
	x := New(tables)
	if err := x.Update(t.Context(), claims.IndexedClaims); err != nil {
		t.Fatal(err)
	}
	return x
}

// TestRecallIsExact compares what the index makes of questions with what comes
// of reading every claim.
func TestRecallIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	l := newLedger(t)
	var all []claims.SearchedClaim
	for i := range 10 {
		c := chatter(r, fmt.Sprint("a", i), 80)
		if err := l.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		for _, claim := range c.Claims {
			all = append(all, claims.SearchedClaim{ID: claim.ID, Text: claim.Text, Title: c.Articles[0].Title})
		}
	}
	x := open(t, l)
	for i := range 40 {
		text := chatter(r, "q", 1).Claims[0].Text
		n := 1 + i%15
		got, _, err := x.Recall(t.Context(), text, "", n)
		if err != nil {
			t.Fatal(err)
		}
		want := bruteForce(t, x, text, all)
		for i := range min(n, len(want)) {
			if len(got) <= i || got[i].Score < want[i]*0.999 {
				t.Fatalf("%q: place %d of %d has %v, want a score of %f", text, i, n, got[min(i, len(got)):], want[i])
			}
		}
	}
}

// bruteForce returns the scores of all claims that have one, the highest first.
func bruteForce(t *testing.T, x *Index, text string, all []claims.SearchedClaim) []float64 {
	q := x.question(text)
	p, err := x.propose(t.Context(), claims.IndexedClaims, q.words, false, 10)
	if err != nil {
		t.Fatal(err)
	}
	var scores []float64
	for _, c := range all {
		if s := x.recalled(p, q, c).Score / p.score(q.terms, nil); s >= leastScore {
			scores = append(scores, min(1, s))
		}
	}
	slices.SortFunc(scores, func(a, b float64) int { return cmp.Compare(b, a) })
	return scores
}

// TestSegmentsStayFew indexes a ledger a little at a time, and expects what
// comes of indexing it at once.
func TestSegmentsStayFew(t *testing.T) {
	defer func(n int) { fullSegment = n }(fullSegment)
	fullSegment = 100
	r := rand.New(rand.NewPCG(3, 4))
	bit, whole := newLedger(t), newLedger(t)
	for i := range 40 {
		c := chatter(r, fmt.Sprint("a", i), 1+r.IntN(18))
		for _, l := range []*store.Ledger{bit, whole} {
			if err := l.Apply(t.Context(), c); err != nil {
				t.Fatal(err)
			}
		}
		open(t, bit)
	}
	x, y := open(t, bit), open(t, whole)
	documents := 0
	for _, p := range x.parts[claims.IndexedClaims] {
		documents += p.Documents
		if p.Documents > fullSegment {
			t.Errorf("a segment of %d", p.Documents)
		}
	}
	if n := len(x.parts[claims.IndexedClaims]); n > 12 {
		t.Errorf("%d segments of %d documents", n, documents)
	}
	for range 50 {
		text := chatter(r, "q", 1).Claims[0].Text
		got, _, err := x.Recall(t.Context(), text, "", 5)
		want, _, err2 := y.Recall(t.Context(), text, "", 5)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for i := range want {
			if got[i].Claim.ID != want[i].Claim.ID {
				t.Errorf("%q: %s in place %d, want %s", text, got[i].Claim.ID, i, want[i].Claim.ID)
			}
		}
	}
}

// TestSearchWithin keeps to one article, and says what a cap left out.
func TestSearchWithin(t *testing.T) {
	l := newLedger(t)
	for i := range 30 {
		c := chatter(rand.New(rand.NewPCG(5, uint64(i))), fmt.Sprint("a", i), 50)
		for j := range c.Claims {
			c.Claims[j].Text = fmt.Sprintf("ship word %d", j)
		}
		if err := l.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	x := open(t, l)
	search := func(query, slug string, n int) Found {
		t.Helper()
		q, err := ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		found, err := x.Search(t.Context(), claims.IndexedClaims, q, slug, n)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if found := search("ship", "a7", 100); len(found.Hits) != 50 || found.Hits[0].Claim.Article != "a7" || len(found.Capped) > 0 {
		t.Errorf("%d hits, capped %q", len(found.Hits), found.Capped)
	}
	if found := search(`"ship wreck"`, "", 10); len(found.Hits) != 0 || len(found.Capped) > 0 {
		t.Errorf("no ship is a wreck: %d, capped %q", len(found.Hits), found.Capped)
	}
	if found := search(`"word ship"`, "", 10); len(found.Hits) != 0 || !strings.Contains(strings.Join(found.Capped, " "), "only the likeliest 1000 claims") {
		t.Errorf("words before ships: %d, capped %q", len(found.Hits), found.Capped)
	}
	if _, err := x.Search(t.Context(), claims.IndexedClaims, Query{wants: []want{{forms: []string{"ship"}}}}, "nosuch", 1); err == nil {
		t.Error("no such article is searched")
	}
}
