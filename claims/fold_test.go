package claims_test

import (
	"testing"

	"stet/claims"
)

// TestFoldWords lays two wordings side by side: those that fold alike differ in
// typography only.
func TestFoldWords(t *testing.T) {
	for _, test := range []struct {
		name, old, now string
		alike          bool
	}{
		{"curly quotation marks", `"It is open," he said.`, "“It is open,” he said.", true},
		{"single and double marks", "‘It’s “open”,’ he said.", "“It's ‘open’,” he said.", true},
		{"apostrophes", "The workers' rights weren't his.", "The workers’ rights weren’t his.", true},
		{"dashes", "It is open – since May — at last.", "It is open - since May—at last.", true},
		{"a typewriter's dash", "It is open--since May.", "It is open – since May.", true},
		{"a range", "It takes 3–4 days.", "It takes 3-4 days.", true},
		{"a minus", "It was −5 degrees.", "It was -5 degrees.", true},
		{"spaces", "It  is\u00a0open.\n", "It is open.", true},
		{"soft hyphens", "The organi\u00adsation.", "The organisation.", true},
		{"hyphenation", "A long-term plan to co-operate.", "A longterm plan to cooperate.", true},
		{"hyphens of both kinds", "The Paris–London line.", "The Paris-London line.", true},
		{"the first letter", "“The bridge is open.”", "“the bridge is open.”", true},
		{"ellipsis", "It is… open.", "It is... open.", true},

		{"quotation marks put in", "He called it a great success.", "He called it a “great success.”", false},
		{"another capital", "The Polish workers left.", "The polish workers left.", false},
		{"a comma", "It is open, he said.", "It is open he said.", false},
		{"a full stop", "Is it open?", "Is it open.", false},
		{"a range and a number", "It takes 3-4 days.", "It takes 34 days.", false},
		{"a sign", "It was -5 degrees.", "It was 5 degrees.", false},
		{"a decimal", "It grew 4.0 percent.", "It grew 40 percent.", false},
		{"a word joined to a word", "A part time job.", "A parttime job.", false},
		{"a dash and a hyphen", "A man—eating shark.", "A man-eating shark.", false},
		{"a contraction", "They were here.", "They we're here.", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			old, now := claims.FoldWords(test.old), claims.FoldWords(test.now)
			if (old == now) != test.alike {
				t.Errorf("%q and %q: alike %v", old, now, old == now)
			}
		})
	}
}

// FuzzFoldWords wants what is folded to be folded, but for the marks that can
// only be told from their neighbours.
func FuzzFoldWords(f *testing.F) {
	for _, s := range []string{"“It’s – open,” he said.", "--a-b", "'", " - ", "3–4", "\u00ad-\u200bx", "A\xff'b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := claims.FoldWords(s)
		if again := claims.FoldWords(" " + s + "\u00ad\n"); again != folded {
			t.Errorf("%q folds to %q, with space around it to %q", s, folded, again)
		}
	})
}
