package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// squared places words as on squared paper: each letter is a square wide and a
// square high, and lines stand two squares apart.
func squared(lines ...string) (words []placed, text []rune) {
	for i, line := range lines {
		start := -1
		for x, r := range []rune(line + " ") {
			switch {
			case r != ' ' && start < 0:
				start = x
			case r == ' ' && start >= 0:
				y := float64(-2 * i)
				words = append(words, placed{rectangle{float64(start), y, float64(x), y + 1}, len(text) + start, len(text) + x})
				start = -1
			}
		}
		text = append(text, []rune(line)...)
	}
	return words, text
}

func TestLayOut(t *testing.T) {
	tests := []struct {
		name    string
		page    []string
		want    string
		columns bool
	}{
		{"one column", []string{"the pier was built", "in two summers and", "a year"}, "the pier was built / in two summers and / a year", false},
		{"two columns under a headline", []string{
			"Two buildings at Aldness and what is known of them today",
			"the pier was built        the light is old",
			"in two of summers         and its keeper wrote",
			"its stone came from       down what passed it",
			"the quarry at Holm        and read it out",
		}, "Two buildings at Aldness and what is known of them today" +
			" / the pier was built / in two of summers / its stone came from / the quarry at Holm" +
			" / the light is old / and its keeper wrote / down what passed it / and read it out", true},
		{"two stories, one above the other", []string{
			"a b c      m n o",
			"d e f      p q r",
			"g h i      s t u",
			"j k l      v w x",
			"and now something else entirely",
			"1 2 3      a b c",
			"4 5 6      d e f",
			"7 8 9      g h i",
			"0 0 0      j k l",
		}, "a b c / d e f / g h i / j k l / m n o / p q r / s t u / v w x / and now something else entirely" +
			" / 1 2 3 / 4 5 6 / 7 8 9 / 0 0 0 / a b c / d e f / g h i / j k l", true},
		{"three columns", []string{
			"a b c    1 2 3    m n o",
			"d e f    4 5 6    p q r",
			"g h i    7 8 9    s t u",
			"j k l    0 0 0    v w x",
		}, "a b c / d e f / g h i / j k l / 1 2 3 / 4 5 6 / 7 8 9 / 0 0 0 / m n o / p q r / s t u / v w x", true},
		{"a column that ends before the other", []string{
			"a b c    m n o",
			"d e f    p q r",
			"g h i    s t u",
			"j k l    v w x",
			"z",
		}, "a b c / d e f / g h i / j k l / z / m n o / p q r / s t u / v w x", true},
		{"a table", []string{
			"year       ferries    passengers",
			"2021       3          41,200",
			"2022       3          44,950",
			"2023       4          61,700",
			"2024       4          63,120",
		}, "year ferries passengers / 2021 3 41,200 / 2022 3 44,950 / 2023 4 61,700 / 2024 4 63,120", false},
		{"nothing", nil, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			words, text := squared(tt.page...)
			rows, columns := layOut(words)
			if diff := cmp.Diff(tt.want, shownRows(rows, text)); diff != "" || columns != tt.columns {
				t.Errorf("columns %v, want %v (-want +got):\n%s", columns, tt.columns, diff)
			}
		})
	}
}

func shownRows(rows []row, text []rune) string {
	var lines []string
	for _, r := range rows {
		var words []string
		for _, w := range r {
			words = append(words, string(text[w.start:w.end]))
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return strings.Join(lines, " / ")
}

func TestUpright(t *testing.T) {
	lines := []string{"the pier was built", "in two summers and"}
	tests := []struct {
		name string
		turn func(rectangle) rectangle
	}{
		{"as it is", func(r rectangle) rectangle { return r }},
		{"running up", func(r rectangle) rectangle { return rectangle{-r.top, r.left, -r.bottom, r.right} }},
		{"running down", func(r rectangle) rectangle { return rectangle{r.bottom, -r.right, r.top, -r.left} }},
		{"upside down", func(r rectangle) rectangle { return rectangle{-r.right, -r.top, -r.left, -r.bottom} }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want, text := squared(lines...)
			words, _ := squared(lines...)
			in := make([]int, len(words))
			for i := range words {
				words[i].rectangle = tt.turn(words[i].rectangle)
				in[i] = i / 4
			}
			got, other := upright(words, in)
			if diff := cmp.Diff(shownRows(layOutRows(want), text), shownRows(layOutRows(got), text)); diff != "" || len(other) > 0 {
				t.Errorf("%d words apart (-want +got):\n%s", len(other), diff)
			}
		})
	}
}

func layOutRows(words []placed) []row {
	rows, _ := layOut(words)
	return rows
}
