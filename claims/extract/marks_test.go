package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

// TestMarks puts notes where ^ and links where [ ] stand, and sees on which
// claim each falls.
func TestMarks(t *testing.T) {
	tests := []struct {
		name  string
		body  string // ^ anchors a footnote, < > a comment
		on    []int  // for each claim, how many marks stand on it
		loose int
	}{
		{"behind the full stop", "It sank.^ It rose.^", []int{1, 1}, 0},
		{"behind the white space", "It sank. ^It rose.", []int{1, 0}, 0},
		{"in the middle", "It sank^ on Monday.", []int{1}, 0},
		{"two on one", "It sank^ on Monday.^", []int{2}, 0},
		{"at the start of a block", "^It sank.", []int{1}, 0},
		{"at the start of the second block", "It sank.\n^It rose.", []int{0, 1}, 0},
		{"on a question", "Who sank?^ It rose.", []int{0}, 1},
		{"a comment on two sentences", "It <sank. It> rose.", []int{1, 0}, 0},
		{"a comment on the second", "It sank. It <rose>.", []int{0, 1}, 0},
		{"a fragment with a note is a claim", "More to come.^", []int{1}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := Claims(annotated(tt.body))
			var on []int
			for _, c := range e.Claims {
				on = append(on, len(c.Marks))
			}
			if d := cmp.Diff(tt.on, on); d != "" || len(e.Loose) != tt.loose {
				t.Errorf("loose %d, want %d\n%s", len(e.Loose), tt.loose, d)
			}
		})
	}
}

// annotated makes a text of a body in which ^ anchors a footnote and < > hold
// the words of a comment.
func annotated(body string) *sources.Text {
	var b strings.Builder
	var notes []sources.Note
	open := 0
	for _, r := range body {
		switch r {
		case '^':
			notes = append(notes, sources.Note{Kind: sources.Footnote, Start: b.Len(), End: b.Len()})
		case '<':
			open = b.Len()
		case '>':
			notes = append(notes, sources.Note{Kind: sources.Comment, Start: open, End: b.Len()})
		default:
			b.WriteRune(r)
		}
	}
	text := lines(b.String())
	text.Notes = notes
	return text
}

func TestMarksWithoutAnchor(t *testing.T) {
	text := lines("It sank.")
	text.Notes = []sources.Note{{Kind: sources.Footnote, Start: -1, End: -1}}
	text.Links = []sources.Link{{Address: "a.html", Start: 3, End: 7}}
	e := Claims(text)
	want := []Mark{{Link, 0}}
	if d := cmp.Diff(want, e.Claims[0].Marks); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]Mark{{Footnote, 0}}, e.Loose); d != "" {
		t.Error(d)
	}
}
