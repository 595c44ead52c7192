package text

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// Of how many pages title, byline and date must be right, among those of which
// people noted them.
const (
	minTitles  = 0.90
	minBylines = 0.80
	minDates   = 0.85
)

// TestMetadataOfRealPages compares what pages say of themselves with what
// people noted, and lists the misses.
func TestMetadataOfRealPages(t *testing.T) {
	t.Parallel()
	dir := filepath.Dir(sharedFiles(t, "page-metadata/evaldata-en.json")[0])
	b, err := os.ReadFile(filepath.Join(dir, "evaldata-en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]struct{ File, Title, Author, Date string }
	if err := json.Unmarshal(b, &truth); err != nil {
		t.Fatal(err)
	}
	titles, bylines, dates := score{field: "title"}, score{field: "byline"}, score{field: "date"}
	for _, want := range truth { // as files: a page that was saved has no address but what it says
		got := mustRead(t, gunzip(t, filepath.Join(dir, "html", want.File+".gz")), Options{Name: want.File, MediaType: "text/html"})
		titles.count(t, want.File, want.Title, got.Title, sameWords)
		bylines.count(t, want.File, want.Author, got.Byline, sameNames)
		dates.count(t, want.File, want.Date, got.Published, func(want, got string) bool { return strings.HasPrefix(got, want) })
	}
	titles.check(t, minTitles)
	bylines.check(t, minBylines)
	dates.check(t, minDates)
}

// score is how often a field is right, of the pages that have it.
type score struct {
	field       string
	right, all  int
	wrong, none int
}

func (s *score) count(t *testing.T, page, want, got string, same func(want, got string) bool) {
	want = strings.TrimSpace(want)
	if want == "" {
		return
	}
	s.all++
	switch {
	case same(want, got):
		s.right++
		return
	case got == "":
		s.none++
	default:
		s.wrong++
	}
	t.Logf("%s of %s: %q, people noted %q", s.field, page, got, want)
}

func (s *score) check(t *testing.T, least float64) {
	share := float64(s.right) / float64(s.all)
	t.Logf("%s: %d of %d right (%.3f), %d others, %d not found", s.field, s.right, s.all, share, s.wrong, s.none)
	if s.all < 10 || share < least {
		t.Errorf("%s: %.3f right, want at least %.2f", s.field, share, least)
	}
}

func sameWords(want, got string) bool { return foldedWords(want) == foldedWords(got) }

// sameNames takes names in any order.
func sameNames(want, got string) bool {
	names := func(s string) []string {
		s = strings.NewReplacer(" and ", ",", " & ", ",", ";", ",", "/", ",").Replace(strings.ToLower(s))
		var all []string
		for name := range strings.SplitSeq(s, ",") {
			if name = foldedWords(name); name != "" {
				all = append(all, name)
			}
		}
		slices.Sort(all)
		return all
	}
	return slices.Equal(names(want), names(got))
}

func foldedWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ")
}
