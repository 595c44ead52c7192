package revise

import "testing"

func TestSays(t *testing.T) {
	for _, c := range []struct {
		draft, words string
		want         bool
	}{
		{"It cost £3 million.", "£3 million", true},
		{"“It cost £3 million,” he said – late.", `"It cost £3 million," he said - late.`, true},
		{"It cost\n  £3 million.", "it cost £3 million", true},
		{"The bridge opened, and it cost £3 million.", "It cost £3 million.", true},
		{"It cost £3 million, the mayor said.", "It cost £3 million.", true},
		{"Élodie Blanc spoke.", "élodie Blanc", true},
		{"市長は橋が開通したと述べた。", "橋が開通した", true},
		{"It cost £13 million.", "3 million", false},
		{"It cost £1.3 million.", "3 million", false},
		{"It cost £3,000.", "£3", false},
		{"It cost £3.5.", "£3", false},
		{"It cost £3. Five came.", "£3", true},
		{"It cost £3,000 and then £3.", "£3", true},
		{"It reopened.", "opened", false},
		{"It opened.", "It open", false},
		{"It cost £3 MILLION.", "£3 million", false},
		{"It cost £3 billion.", "£3 million", false},
		{"It opened.", "", false},
		{"It opened.", " … ", false},
		{"", "It opened.", false},
	} {
		if got := Says(c.draft, c.words); got != c.want {
			t.Errorf("Says(%q, %q) = %t", c.draft, c.words, got)
		}
	}
}

// FuzzSays wants a draft to say what it is made of.
func FuzzSays(f *testing.F) {
	f.Add("It opened", "on Monday")
	f.Add("\xff", "a.")
	f.Add("3", "5")
	f.Fuzz(func(t *testing.T, before, words string) {
		if Says(before, "") {
			t.Errorf("%q says no words", before)
		}
		if want := Says(words, words); want && !Says(before+"; "+words+"; ", words) {
			t.Errorf("%q is said alone, but not after %q", words, before)
		}
	})
}
