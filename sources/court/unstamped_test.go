package court

import (
	"strings"
	"testing"

	"stet/sources"
)

func TestUnstamped(t *testing.T) {
	const first, second = "The plaintiff says that the", "Case 1:20-cv-00001 Document 2 Filed 01/29/19 Page 2 of 2\nstake was sold."
	body := first + "\n\n" + second
	text := &sources.Text{Body: body, Pages: []sources.Page{
		{Number: 1, Start: 0, End: len(first)},
		{Number: 2, Start: len(first) + 2, End: len(body), Stamps: []sources.Stamp{{Case: "1:20-cv-00001"}}},
	}}
	got := Unstamped(text)
	if words := strings.Join(strings.Fields(got), " "); words != "The plaintiff says that the stake was sold." {
		t.Errorf("words: %q", words)
	}
	if len(got) != len(body) || strings.Index(got, "stake") != strings.Index(body, "stake") {
		t.Errorf("offsets differ: %q", got)
	}
	plain := &sources.Text{Body: "Case 1:20-cv-00001 Document 2 Filed 01/29/19 Page 2 of 2"}
	if got := Unstamped(plain); got != plain.Body {
		t.Errorf("a text without pages: %q", got)
	}
}
