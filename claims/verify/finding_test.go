package verify

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

// toldFinding is what one check finds in one example to catch.
type toldFinding struct {
	check   Check
	example Example
	claims.Finding
}

// everyFinding returns what every check finds in its examples to catch.
func everyFinding(t *testing.T) []toldFinding {
	t.Helper()
	var all []toldFinding
	for _, c := range Checks {
		for _, e := range c.Catch {
			found, err := c.Try(t.Context(), e)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				all = append(all, toldFinding{c, e, f})
			}
		}
	}
	if len(all) < 12*len(Checks) {
		t.Fatalf("%d findings: the examples show too little", len(all))
	}
	return all
}

// whatToDo are the verbs with which a message tells what to do, behind its colon.
var whatToDo = regexp.MustCompile(`: (?:[a-z ]+, )?(?:correct|find|cite|check|see|say|label|name|write|quote|choose|set|footnote|is it|use|OCR|type|“said”|readers|capture|have|work|run|add|look|ask|save|read|“)`)

// TestFindingsSayWhatToDo holds every message to one sentence that says what is
// so and, behind its last colon, what to do.
func TestFindingsSayWhatToDo(t *testing.T) {
	for _, f := range everyFinding(t) {
		if strings.Contains(f.Message, ". ") && !strings.Contains(f.Message, "p. ") || strings.HasSuffix(f.Message, ".") || strings.ContainsAny(f.Message, "\n") {
			t.Errorf("%s: not one sentence: %s", f.Check, f.Message)
		}
		if !whatToDo.MatchString(f.Message) {
			t.Errorf("%s: does not say what to do: %s", f.Check, f.Message)
		}
	}
}

// TestFindingsShowBothSides wants the words of the copy in every finding on a
// claim, and of those that the evidence contradicts the words of the source, or
// the other words of the copy.
func TestFindingsShowBothSides(t *testing.T) {
	for _, f := range everyFinding(t) {
		if f.Claim == "" {
			continue
		}
		if len(f.Spans) == 0 {
			t.Errorf("%s: no words of the copy: %s", f.Check, f.Message)
		}
		if f.Outcome != claims.Contradicted || f.example.hasFormula() {
			continue
		}
		_, texts := f.example.dossier()
		text := texts[f.Snapshot]
		isInside := func(s claims.Span) bool {
			return text != nil && 0 <= s.Start && s.Start < s.End && s.End <= len(text.Body)
		}
		if len(f.Spans) < 2 && (len(f.Evidence) == 0 || !slices.ContainsFunc(f.Evidence, isInside)) && !isWithinOne(f) {
			t.Errorf("%s: nothing on the other side: %s", f.Check, f.Message)
		}
	}
}

// hasFormula reports whether the example's footnote holds a sum: the other side is
// in the footnote then.
func (e Example) hasFormula() bool {
	return slices.ContainsFunc(e.Cites, func(x Exhibit) bool { return strings.HasPrefix(x.Note, "=") })
}

// TestFingerprintsStay verifies every example to catch again in a draft that has
// other lines, and another claim, before it: each finding has the fingerprint
// that it had.
func TestFingerprintsStay(t *testing.T) {
	const lead = "Nobody slept that night.\n\n"
	for _, c := range Checks {
		for _, e := range c.Catch {
			d, texts := e.dossier()
			fingerprints := func(d *claims.Dossier) []string {
				open := func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }
				v, err := Run(t.Context(), d, open, Options{Alike: e.alike, Rests: e.rests, All: true})
				if err != nil {
					t.Fatal(err)
				}
				var all []string
				for _, f := range v.Findings {
					if f.Claim != "before" && f.Check == c.ID {
						all = append(all, f.Fingerprint())
					}
				}
				return all
			}
			want := fingerprints(d)
			if unique := slices.Compact(slices.Sorted(slices.Values(want))); len(unique) != len(want) {
				t.Errorf("%s: %q: two findings have one fingerprint", c.ID, e.Claim)
			}
			moved := *d
			moved.Draft.Text = lead + d.Draft.Text
			before := claims.Claim{ID: "before", Number: 99, Text: "Nobody slept that night.", Label: claims.OwnVoice, Place: claims.InBody, Spans: []claims.Span{{Start: 0, End: len("Nobody slept that night.")}}}
			moved.Entries = []claims.Entry{{Claim: before}}
			for _, entry := range d.Entries {
				spans := slices.Clone(entry.Claim.Spans)
				for i := range spans {
					spans[i].Start, spans[i].End = spans[i].Start+len(lead), spans[i].End+len(lead)
				}
				entry.Claim.Spans = spans
				moved.Entries = append(moved.Entries, entry)
			}
			if got := fingerprints(&moved); !slices.Equal(got, want) {
				t.Errorf("%s: %q: fingerprints %v after lines moved, %v before", c.ID, e.Claim, got, want)
			}
		}
	}
}

// isWithinOne reports whether a finding is of words that stand in one stretch of
// the copy, which shows both sides: an age beside a year of birth, two dates.
func isWithinOne(f toldFinding) bool {
	return f.Check == consistency.ID && f.example.Beside == "" || f.Check == date.ID && f.Citation == "" && f.Snapshot == ""
}
