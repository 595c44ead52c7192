package store

import (
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/sources"
)

// recapture returns a change that captures the ship's source again.
func recapture(at time.Time, text string) *claims.Change {
	page := content(text)
	return &claims.Change{At: at, What: "capture", Snapshots: []claims.Content{page}, Captures: []sources.Capture{{
		ID: "ship-capture-" + at.Format("150405"), Source: "ship-source-000000", At: at, State: sources.Changed, Snapshot: page.Digest,
	}}}
}

// TestSignOffIsVoid changes a ledger whose one claim is signed off, and says
// what becomes of the sign-off.
func TestSignOffIsVoid(t *testing.T) {
	later := noon.Add(time.Hour)
	reclaim := func(change func(*claims.Claim)) func(*testing.T, *Ledger) {
		return func(t *testing.T, l *Ledger) {
			c := dossier(t, l, "ship").Entries[0].Claim
			change(&c)
			apply(t, l, &claims.Change{At: later, Claims: []claims.Claim{c}})
		}
	}
	recite := func(change func(*claims.Citation)) func(*testing.T, *Ledger) {
		return func(t *testing.T, l *Ledger) {
			c := dossier(t, l, "ship").Entries[0].Citations[0]
			change(&c)
			apply(t, l, &claims.Change{At: later, Citations: []claims.Citation{c}})
		}
	}
	recaptured := func(text string, class claims.Class) func(*testing.T, *Ledger) {
		return func(t *testing.T, l *Ledger) {
			apply(t, l, recapture(later, text))
			if class != "" {
				match(t, l, sources.DigestOf([]byte(text)), class)
			}
		}
	}
	unquoted := func(c *claims.Change) { c.Citations[0].Quote = "" }
	for _, test := range []struct {
		name   string
		before func(*claims.Change)      // what is different when it is signed
		to     string                    // the words proposed, of a verdict of change
		after  func(*testing.T, *Ledger) // what happens then
		want   string
	}{
		{name: "nothing", after: func(*testing.T, *Ledger) {}},
		{name: "words", after: reclaim(func(c *claims.Claim) { c.Text += " Twice." }), want: "words changed"},
		{name: "typography", after: reclaim(func(c *claims.Claim) { c.Text = strings.ReplaceAll(c.Text, "–", "—") + " " })},
		{name: "case", after: reclaim(func(c *claims.Claim) { c.Text = strings.ToUpper(c.Text) }), want: "words changed"},
		{name: "label and place", after: reclaim(func(c *claims.Claim) { c.Label, c.Spans = claims.OwnVoice, []claims.Span{{Start: 2, End: 7}} })},
		{name: "change met", to: "The ship did not sink.", after: reclaim(func(c *claims.Claim) { c.Text = "The ship  did not sink." })},
		{name: "change otherwise", to: "The ship did not sink.", after: reclaim(func(c *claims.Claim) { c.Text = "The ship sank." }), want: "words changed"},
		{name: "change not made", to: "The ship did not sink.", after: func(*testing.T, *Ledger) {}},
		{name: "stance", after: recite(func(c *claims.Citation) { c.Stance = claims.Disputes }), want: "evidence changed"},
		{name: "quote", after: recite(func(c *claims.Citation) { c.Quote = "The page says" }), want: "evidence changed"},
		{name: "page", after: recite(func(c *claims.Citation) { c.Locator.Page = "2" }), want: "evidence changed"},
		{name: "last page", after: recite(func(c *claims.Citation) { c.Locator.PageEnd = "9" }), want: "evidence changed"},
		{name: "paragraph", after: recite(func(c *claims.Citation) { c.Locator.Paragraph = "" }), want: "evidence changed"},
		{name: "time", after: recite(func(c *claims.Citation) { c.Locator.Time = "0:01" }), want: "evidence changed"},
		{name: "grade and note", after: recite(func(c *claims.Citation) { c.Grade, c.Note = claims.Primary, "see also" })},
		{name: "made anew", after: func(t *testing.T, l *Ledger) {
			c := dossier(t, l, "ship").Entries[0].Citations[0]
			old := c.ID
			c.ID = "another"
			apply(t, l, &claims.Change{At: later, Citations: []claims.Citation{c}, Uncited: []string{old}})
		}},
		{name: "one more", after: recite(func(c *claims.Citation) { c.ID, c.Quote = "another", "more" }), want: "evidence changed"},
		{name: "one less", after: func(t *testing.T, l *Ledger) {
			apply(t, l, &claims.Change{At: later, Uncited: []string{"ship-citation-000000"}})
		}, want: "evidence changed"},
		{name: "recaptured, not looked at", after: recaptured("Other.", ""), want: "source recaptured"},
		{name: "recaptured, there", after: recaptured("Now the page says.", claims.Exact)},
		{name: "recaptured, nearly there", after: recaptured("Now the page says.", claims.Typographic)},
		{name: "recaptured, altered", after: recaptured("The page said.", claims.Altered), want: "source recaptured"},
		{name: "recaptured, gone", after: recaptured("Nothing.", claims.Absent), want: "source recaptured"},
		{name: "recaptured, the same", after: recaptured("What the page says of ship.", "")},
		{name: "recaptured, no quote", before: unquoted, after: recaptured("Other.", claims.Exact), want: "source recaptured"},
		{name: "blocked since", after: func(t *testing.T, l *Ledger) {
			apply(t, l, &claims.Change{At: later, Captures: []sources.Capture{{ID: "x", Source: "ship-source-000000", At: later, State: sources.Blocked}}})
		}},
		{name: "captured first after", before: func(c *claims.Change) { c.Captures = nil }, after: recaptured("Other.", "")},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := newLedger(t)
			c := story("ship", 1, 1)
			if test.before != nil {
				test.before(c)
			}
			apply(t, l, c)
			d := dossier(t, l, "ship")
			verdict := claims.Confirmed
			if test.to != "" {
				verdict = claims.ChangeTo
			}
			s := signOff(d, d.Entries[0], "sign-1", verdict, noon)
			s.To = test.to
			apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{s}})
			test.after(t, l)
			got := dossier(t, l, "ship").Entries[0].SignOff
			if got.Void != test.want {
				t.Errorf("void = %q, want %q", got.Void, test.want)
			}
			checkVerdict(t, l, got)
		})
	}
}

// match stores that the ship's citation was looked for in a snapshot.
func match(t *testing.T, l *Ledger, d sources.Digest, class claims.Class) {
	t.Helper()
	m := claims.Match{Citation: "ship-citation-000000", Snapshot: d, Class: class}
	if changed, err := l.PutVerification(t.Context(), "ship-article-000000", claims.Verification{Matches: []claims.Match{m}}); err != nil || !changed {
		t.Fatal(changed, err)
	}
}

// checkVerdict fails unless claim_view says of a sign-off what a dossier does.
func checkVerdict(t *testing.T, l *Ledger, s *claims.SignOff) {
	t.Helper()
	met := s.Verdict == claims.ChangeTo && claims.FoldWords(s.To) == claims.FoldWords(dossier(t, l, "ship").Entries[0].Claim.Text)
	force := s.Verdict
	if s.Void != "" {
		force = claims.Open
	}
	err := l.Query(t.Context(), `select verdict, last_verdict, void, change_met, signed_by from claim_view where claim_id = :claim`,
		map[string]any{"claim": s.Claim}, func(_ []string, v []any) error {
			if v[0] != string(force) || v[1] != string(s.Verdict) || v[2] != s.Void || (v[3] == int64(1)) != met || v[4] != s.By {
				t.Errorf("claim_view has %v; sign-off is %+v", v, s)
			}
			return nil
		})
	if err != nil {
		t.Error(err)
	}
}
