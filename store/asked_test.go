package store

import (
	"testing"
	"time"

	"stet/claims"
	"stet/sources"
)

// TestEverySignOff tells of each sign-off whether it holds, and whether its
// signer has given a later one.
func TestEverySignOff(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	sign := func(id, by string, v claims.Verdict, after time.Duration) {
		d := dossier(t, l, "ship")
		s := signOff(d, d.Entries[0], id, v, noon.Add(after))
		s.By = by
		apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{s}})
	}
	sign("old", "Kit", claims.Confirmed, 0)
	claim := dossier(t, l, "ship").Entries[0].Claim
	claim.Text = "The boat sank."
	apply(t, l, &claims.Change{At: noon, Claims: []claims.Claim{claim}})
	sign("kit", "Kit", claims.Confirmed, time.Minute)
	sign("dana", "Dana", claims.Stet, 2*time.Minute)
	got := ""
	err := l.Query(t.Context(), `select signoff_id, void, signer_last from every_signoff_view order by signed_at`, nil, func(_ []string, v []any) error {
		got += v[0].(string) + ":" + v[1].(string) + ":" + string(rune('0'+v[2].(int64))) + " "
		return nil
	})
	if want := "old:words changed:0 kit::1 dana::1 "; got != want || err != nil {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	if got := queryText(t, l, `select signoff_id from signoff_view`); got != "dana" {
		t.Errorf("the newest is %s", got)
	}
}

// TestPinsTellWhatReadsOtherwise captures a source anew, once with bytes that
// read the same.
func TestPinsTellWhatReadsOtherwise(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	d := dossier(t, l, "ship")
	apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{signOff(d, d.Entries[0], "s", claims.Confirmed, noon)}})
	check := func(want string) {
		t.Helper()
		if got := queryText(t, l, `select cast(reads_otherwise as text) from pin_view`); got != want {
			t.Errorf("reads otherwise: %s, want %s", got, want)
		}
	}
	check("0")
	c := &claims.Change{At: noon, Snapshots: []claims.Content{content("Another page.")}, Captures: []sources.Capture{{
		ID: "again", Source: "ship-source-000000", At: noon.Add(time.Hour), State: sources.Changed, Snapshot: content("Another page.").Digest,
	}}}
	apply(t, l, c)
	check("1")
	both := map[sources.Digest]*sources.Text{c.Captures[0].Snapshot: {Body: "One text."}, d.Sources["ship-source-000000"].Snapshot: {Body: "One text."}}
	if err := l.PutTexts(t.Context(), "r", both); err != nil {
		t.Fatal(err)
	}
	check("0")
}

// TestPapersTellTheirDocket reads a stamped paper.
func TestPapersTellTheirDocket(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	digest := dossier(t, l, "ship").Sources["ship-source-000000"].Snapshot
	stamped := &sources.Text{Pages: []sources.Page{{Number: 1}, {Number: 2, Stamps: []sources.Stamp{{Page: 2}, {Case: "1:24-cv-7", Document: "12"}}}}}
	if err := l.PutTexts(t.Context(), "r", map[sources.Digest]*sources.Text{digest: stamped}); err != nil {
		t.Fatal(err)
	}
	if got := queryText(t, l, `select case_number || ' ' || document from citation_view`); got != "1:24-cv-7 12" {
		t.Errorf("the paper is %s", got)
	}
}

// TestWordsChangedSinceTheyWereAskedAbout changes a claim's typography, and
// then its words.
func TestWordsChangedSinceTheyWereAskedAbout(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	claim := dossier(t, l, "ship").Entries[0].Claim
	claim.Text = "She said “no” – twice."
	apply(t, l, &claims.Change{At: noon, Claims: []claims.Claim{claim}, Replies: []claims.Reply{{ID: "y", Claim: claim.ID, To: "Her", ContactedAt: noon, Words: `She said "no" - twice.`, At: noon}}})
	for text, want := range map[string]string{"She said “no” – twice.": "0", "She said “no” once.": "1"} {
		claim.Text = text
		apply(t, l, &claims.Change{At: noon, Claims: []claims.Claim{claim}})
		if got := queryText(t, l, `select cast(words_changed as text) from reply_view`); got != want {
			t.Errorf("%s: changed %s, want %s", text, got, want)
		}
	}
}
