package verify

import (
	"testing"

	"stet/claims"
	"stet/sources"
)

// TestFindPassageInSubtitles narrows a text with cues to the time named.
func TestFindPassageInSubtitles(t *testing.T) {
	text := &sources.Text{Body: "Good day. We kept our stake. It rained. Goodbye.", Cues: []sources.Cue{
		{Start: 0, End: 9, From: 1_000, To: 3_000}, {Start: 10, End: 28, From: 751_000, To: 754_000},
		{Start: 29, End: 39, From: 755_000, To: 757_000}, {Start: 40, End: 48, From: 3_751_000, To: 3_752_000},
	}}
	for at, want := range map[string]string{
		"12:31": "We kept our stake. It rained.", "12:35": "We kept our stake. It rained.", "00:12:31": "We kept our stake. It rained.", "0:05": "Good day.",
		"1:02:31": "Goodbye.", "30:00": "", "1:2:3:99999": "",
	} {
		p := findPassage(text, claims.Locator{Time: at})
		got := ""
		for _, s := range p.spans {
			got += text.Body[s.Start:s.End]
		}
		if got != want || !p.named || p.found != (want != "") {
			t.Errorf("at %s: %q, want %q (%+v)", at, got, want, p)
		}
	}
}
