package verify

import (
	"context"
	"errors"
	"maps"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/sources"
)

// stored is the dossier as the ledger gives it back once a verification is
// stored.
func stored(d *claims.Dossier, v claims.Verification) *claims.Dossier {
	again := *d
	again.Basis, again.Entries = v.Basis, nil
	for _, e := range d.Entries {
		e.Checked, e.Matches, e.Findings = v.Checked[e.Claim.ID], map[string]claims.Match{}, nil
		for _, m := range v.Matches {
			for _, c := range e.Citations {
				if c.ID == m.Citation {
					e.Matches[c.ID] = m
				}
			}
		}
		for _, f := range v.Findings {
			if f.Claim == e.Claim.ID {
				e.Findings = append(e.Findings, f)
			}
		}
		again.Entries = append(again.Entries, e)
	}
	return &again
}

// TestRunKeepsWhatWasFound edits one claim of a draft, and puts words before
// all of them: only that claim's sources are opened again, and what is found is
// what a whole run finds.
func TestRunKeepsWhatWasFound(t *testing.T) {
	d, texts := library(40, 20, 2_000)
	for i := range d.Entries {
		d.Entries[i].Citations[1].Quote += " and what nobody said"
	}
	opened := atomic.Int32{}
	open := func(digest sources.Digest) (*sources.Text, error) {
		opened.Add(1)
		return texts[digest], nil
	}
	run := func(d *claims.Dossier, o Options) claims.Verification {
		t.Helper()
		opened.Store(0)
		v, err := Run(t.Context(), d, open, o)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	first := run(d, Options{})
	if n := opened.Load(); n != 20 || len(first.Findings) < 40 {
		t.Fatalf("%d sources opened and %d findings: the test shows nothing", n, len(first.Findings))
	}
	now := stored(d, first)
	const lead = "Nobody slept. "
	now.Draft.Text = lead + now.Draft.Text
	for i := range now.Entries {
		now.Entries[i].Claim.Spans = []claims.Span{{Start: d.Entries[i].Claim.Spans[0].Start + len(lead), End: d.Entries[i].Claim.Spans[0].End + len(lead)}}
	}
	now.Entries[7].Claim.Text = "It paid 5,321 people." + now.Entries[7].Claim.Text[len("It paid 5,321 people."):]
	now.Draft.Text = now.Draft.Text[:now.Entries[7].Claim.Start()] + now.Entries[7].Claim.Text + now.Draft.Text[now.Entries[7].Claim.Spans[0].End:]
	kept := run(now, Options{})
	if n := opened.Load(); n != 2 {
		t.Errorf("%d sources opened for one claim that changed", n)
	}
	whole := run(now, Options{All: true, Parallel: 8})
	if n := opened.Load(); n != 20 {
		t.Errorf("%d sources opened for all claims", n)
	}
	if diff := cmp.Diff(whole, kept); diff != "" {
		t.Errorf("kept otherwise than found anew (-anew +kept):\n%s", diff)
	}
	for _, f := range kept.Findings {
		for _, s := range f.Spans {
			if s.Start < len(lead) {
				t.Fatalf("finding %+v stayed where it was", f)
			}
		}
	}
	if run(stored(d, first), Options{Readers: "newer"}); opened.Load() != 20 {
		t.Error("texts read by other readers were not checked anew")
	}
}

// TestRunReadsBeyondCitations has a source that a claim does not cite date what
// the claim speaks of: when that source reads otherwise the claim is checked anew,
// and where it can't be read the run says so.
func TestRunReadsBeyondCitations(t *testing.T) {
	e := Example{
		Claim:     "Halden bought the yard in 2023, long before Portolan was released.",
		Label:     claims.OwnVoice,
		Cites:     []Exhibit{{Text: "Halden bought the yard in 2023. It makes Portolan, which nobody has released."}},
		Elsewhere: []Exhibit{{Text: "Portolan was released on 30 November 2024."}},
	}
	d, texts := e.dossier()
	open := func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }
	first, err := Run(t.Context(), d, open, Options{})
	if err != nil || len(first.Findings) > 0 {
		t.Fatalf("findings %v, error %v", first.Findings, err)
	}
	now := stored(d, first)
	now.Sources = maps.Clone(d.Sources)
	for id, known := range now.Sources {
		if texts[known.Snapshot] != nil && strings.Contains(texts[known.Snapshot].Body, "was released") {
			known.Snapshot = "later"
			now.Sources[id] = known
		}
	}
	if Basis(now, "") == first.Basis {
		t.Error("another snapshot of an uncited source makes no other basis")
	}
	texts["later"] = &sources.Text{Body: "Portolan was released on 30 November 2022."}
	again, err := Run(t.Context(), now, open, Options{})
	if err != nil || len(again.Findings) != 1 || again.Findings[0].Snapshot != "later" || len(again.Findings[0].Evidence) != 1 {
		t.Errorf("findings %v, error %v", again.Findings, err)
	}
	broken := errors.New("damaged")
	_, err = Run(t.Context(), now, func(digest sources.Digest) (*sources.Text, error) {
		if digest == "later" {
			return nil, broken
		}
		return texts[digest], nil
	}, Options{})
	if !errors.Is(err, broken) {
		t.Errorf("error %v of a source that can't be read", err)
	}
}

func TestRunTellsErrors(t *testing.T) {
	d, texts := library(10, 5, 500)
	broken := errors.New("damaged")
	_, err := Run(t.Context(), d, func(sources.Digest) (*sources.Text, error) { return nil, broken }, Options{Parallel: 3})
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = Run(ctx, d, func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }, Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v of a run that was given up", err)
	}
}

func TestRunTellsProgress(t *testing.T) {
	d, texts := library(250, 5, 500)
	last, calls := 0, 0
	_, err := Run(t.Context(), d, func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }, Options{Parallel: 4, Progress: func(done, all int) {
		if done <= last || all != 250 {
			t.Errorf("%d of %d after %d", done, all, last)
		}
		last, calls = done, calls+1
	}})
	if err != nil || last != 250 || calls > 126 {
		t.Errorf("told %d times, last of %d: %v", calls, last, err)
	}
}

// TestRunCountsFromTheDraftsDay takes a draft in again on another day: a claim
// that says "last Tuesday" is checked again, and one that gives its date is not.
func TestRunCountsFromTheDraftsDay(t *testing.T) {
	for words, want := range map[string]int32{"It sank last Tuesday, in 2019.": 1, "It sank on 3 May 2019.": 0} {
		d, texts := Example{Claim: words, Label: claims.OwnVoice, Cites: []Exhibit{{Text: "It sank."}}}.dossier()
		opened := int32(0)
		open := func(digest sources.Digest) (*sources.Text, error) { opened++; return texts[digest], nil }
		v, err := Run(t.Context(), d, open, Options{})
		if err != nil {
			t.Fatal(err)
		}
		later := stored(d, v)
		later.Draft.At = later.Draft.At.AddDate(0, 0, 9)
		opened = 0
		if _, err := Run(t.Context(), later, open, Options{}); err != nil {
			t.Fatal(err)
		}
		if opened != want {
			t.Errorf("%q: %d sources opened on another day, want %d", words, opened, want)
		}
	}
}

// TestRunFindsWhatIsOfTheArticleOnce runs the checks again on what they found
// before: what the article as a whole has wrong is told once, and no longer when
// it is mended.
func TestRunFindsWhatIsOfTheArticleOnce(t *testing.T) {
	d, texts := Example{Claim: "Katherine Renner ruled.", Label: claims.OwnVoice, Beside: "Katharine Renner left.", Cites: []Exhibit{{Text: "Katherine Renner ruled."}}}.dossier()
	open := func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }
	count := func(d *claims.Dossier) (claims.Verification, int) {
		v, err := Run(t.Context(), d, open, Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, f := range v.Findings {
			if f.Check == consistency.ID {
				n++
			}
		}
		return v, n
	}
	first, n := count(d)
	if n != 1 {
		t.Fatalf("%d findings, want 1", n)
	}
	again := stored(d, first)
	if _, n := count(again); n != 1 {
		t.Errorf("%d findings when run again, want 1", n)
	}
	again.Entries[1].Claim.Cut = true
	if _, n := count(again); n != 0 {
		t.Errorf("%d findings when mended, want none", n)
	}
}
