package extract

import (
	"slices"
	"testing"

	"stet/claims"
	"stet/sources"
)

func TestCompound(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Revenue rose 12 percent to $3bn, profit fell to $200m, and margins shrank by 4 points.",
			[]string{"Revenue rose 12 percent to $3bn", "profit fell to $200m", "margins shrank by 4 points."}},
		{"Halden sold its boats in May, and the harbour was closed by June.", []string{"Halden sold its boats in May", "the harbour was closed by June."}},
		{"Halden sold its boats in May; it kept the dock.", []string{"Halden sold its boats in May", "it kept the dock."}},
		{"Halden hired 300 people in May and cut 200 jobs in June.", []string{"Halden hired 300 people in May", "Halden … cut 200 jobs in June."}},
		{"Marsh said the boats were old, but Whitlock said they had been mended.",
			[]string{"Marsh said the boats were old", "Whitlock said they had been mended."}},
		{"On Monday, the boats were sold, while the crew was paid until June.", []string{"On Monday, the boats were sold", "the crew was paid until June."}},
		{"Halden sold its boats in May, but Dana Whitlock, a former director, kept the memo.",
			[]string{"Halden sold its boats in May", "Dana Whitlock, a former director, kept the memo."}},
		// One claim, though a conjunction stands in it.
		{"Marsh said the boats were old, and the harbour was closed.", nil},
		{"The boats were old, and the harbour was closed, Marsh said.", nil},
		{"The boats were old, Marsh said, and the harbour was closed.", nil},
		{"According to the filing, the boats were old, and the harbour was closed.", nil},
		{"If the boats are sold, and the harbour is closed, nobody will stay.", nil},
		{"He left because the boats were old, and the harbour was closed.", nil},
		{"“The boats were old, and the harbour was closed,” Marsh said.", nil},
		{"Marsh said he could not recall the price, but he did remember telling Whitlock of it.", nil},
		{"The survey found that crews favoured Marsh, and owners favoured Whitlock.", nil},
		{"Marsh bought nets, ropes, and the boats built in 1990.", nil},
		{"It was a deal, and one that was hardly noticed by anybody.", nil},
		{"Halden hired and trained 300 people in May.", nil},
		{"Halden opened a plant in Ohio and cut 200 jobs in June.", nil},
		{"It rained, and he left.", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range Claims(lines(tt.text)).Claims {
			if got = append(got, c.Text); claims.TextOf(tt.text, c.Spans) != c.Text {
				t.Errorf("%q does not stand at %v", c.Text, c.Spans)
			}
		}
		want := tt.want
		if want == nil {
			want = []string{tt.text}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q\n got %q\nwant %q", tt.text, got, want)
		}
	}
}

// TestMarksOnHalves has a note within each half of a sentence, and one at its
// end.
func TestMarksOnHalves(t *testing.T) {
	body := "Halden sold its boats in May, and the harbour was closed by June."
	first, second := len("Halden sold its boats in May"), len(body)-len(" by June.")
	text := lines(body)
	for _, at := range []int{first, second, len(body)} {
		text.Notes = append(text.Notes, sources.Note{Kind: sources.Footnote, Start: at, End: at})
	}
	e := Claims(text)
	if len(e.Claims) != 2 {
		t.Fatalf("%d claims", len(e.Claims))
	}
	for i, want := range [][]int{{0, 2}, {1, 2}} {
		var got []int
		for _, m := range e.Claims[i].Marks {
			got = append(got, m.Index)
		}
		if !slices.Equal(got, want) {
			t.Errorf("on half %d stand notes %v, want %v", i+1, got, want)
		}
	}
}
