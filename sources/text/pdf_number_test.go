package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

func TestNumberPages(t *testing.T) {
	const prose = "The inspectorate found two books.\nNobody asked for the second.\nIt was kept in the office,\n"
	numbered := func(format string, numbers ...any) []string {
		var pages []string
		for _, n := range numbers {
			pages = append(pages, prose+"and shown to 3 people.\n"+fmt.Sprintf(format, n))
		}
		return pages
	}
	pleading := func(foot string) string {
		var b strings.Builder
		for i := 1; i <= 28; i++ {
			fmt.Fprintf(&b, "%d\n", i)
		}
		return b.String() + foot
	}
	tests := []struct {
		name   string
		pages  []string
		labels []string
		want   []string
	}{
		{"at the foot", numbered("%d", 12, 13, 14), nil, []string{"12", "13", "14"}},
		{"between dashes", numbered("- %d -", 2, 3, 4), nil, []string{"2", "3", "4"}},
		{"in words", numbered("Page %d of 40", 7, 8, 9), nil, []string{"7", "8", "9"}},
		{"small roman", numbered("%s", "iii", "iv", "v"), nil, []string{"iii", "iv", "v"}},
		{"a page without", append(numbered("%d", 4, 5), append([]string{prose}, numbered("%d", 7)...)...), nil, []string{"4", "5", "", "7"}},
		{"headers that alternate", []string{"2 The Ferry\n" + prose, "Aldness 3\n" + prose, "4 The Ferry\n" + prose, "Aldness 5\n" + prose}, nil, []string{"2", "3", "4", "5"}},
		{"a header that comes back with other numbers", []string{"2 The Ferry\n" + prose, "Aldness 3\n" + prose, "4 The Ferry\n" + prose, "1\n" + prose, "Aldness 7\n" + prose}, nil, []string{"2", "3", "4", "", ""}},
		{"two pages are no run", numbered("%d", 12, 13), nil, []string{"", ""}},
		{"numbers that don't go up", numbered("%d", 12, 12, 12), nil, []string{"", "", ""}},
		{"footnotes, one a page", []string{prose + "1 A book.", prose + "2 Two of them.", prose + "3 His letter."}, nil, []string{"", "", ""}},
		{"lines of a pleading are numbered", []string{pleading("COMPLAINT 2"), pleading("COMPLAINT 3"), pleading("COMPLAINT 4")}, nil, []string{"2", "3", "4"}},
		{"and nothing else is", []string{pleading(""), pleading(""), pleading("")}, nil, []string{"", "", ""}},
		{"a stamp counts its own pages", []string{
			prose + "Case 3:26-cv-00117-ABC Document 1 Filed 01/12/26 Page 5 of 9",
			prose + "Case 3:26-cv-00117-ABC Document 1 Filed 01/12/26 Page 6 of 9",
			prose + "Case 3:26-cv-00117-ABC Document 1 Filed 01/12/26 Page 7 of 9",
		}, nil, []string{"", "", ""}},
		{"the document's labels stand", numbered("%d", 12, 13, 14), []string{"A-1", "A-2", "A-3"}, []string{"A-1", "A-2", "A-3"}},
		{"unless they only count", numbered("%d", 12, 13, 14), []string{"1", "2", "3"}, []string{"12", "13", "14"}},
		{"two numbers with an equal claim", []string{"Part 1\n" + prose + "11", "Part 2\n" + prose + "12", "Part 3\n" + prose + "13"}, nil, []string{"", "", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var pages []pdfText
			for i, words := range tt.pages {
				p := pdfText{page: sources.Page{Number: i + 1}, words: words}
				if tt.labels != nil {
					p.page.Printed = tt.labels[i]
				}
				pages = append(pages, p)
			}
			numberPages(pages)
			var got []string
			for _, p := range pages {
				got = append(got, p.page.Printed)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
