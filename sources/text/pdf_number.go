package text

import (
	"slices"
	"strconv"
	"strings"

	"stet/sources/court"
)

const (
	// edgeLines is how many lines from either end of a page its number may stand.
	edgeLines = 3
	// minRun is how many pages must bear numbers that go up together.
	minRun = 3
	// maxGap is how far apart such pages may be: the first page of a chapter
	// often bears no number.
	maxGap = 2
)

// numberPages says how the pages are numbered in print where the document has
// no page labels, or only such as count its pages. A number counts only where
// it goes up by one with each page, at the same place and in the same words, on
// several pages, and only on the pages that bear it.
func numberPages(pages []pdfText) {
	for i, p := range pages {
		if p.page.Printed != "" && p.page.Printed != strconv.Itoa(i+1) {
			return
		}
	}
	series, headers := map[numbering]map[int][]frame{}, map[frame]int{}
	for i, p := range pages {
		for _, n := range edgeNumbers(p.words) {
			key := numbering{n.roman, n.value - i}
			if series[key] == nil {
				series[key] = map[int][]frame{}
			}
			series[key][i] = append(series[key][i], n.frame)
			if n.frame.words != bare {
				headers[n.frame]++
			}
		}
	}
	best, printed := map[int]int{}, map[int]string{} // by page: how long the run is, and its number there
	for key, on := range series {
		for _, run := range runs(on, headers) {
			for _, i := range run {
				switch {
				case len(run) > best[i]:
					best[i], printed[i] = len(run), key.label(i)
				case len(run) == best[i]:
					delete(printed, i) // two numbers with an equal claim
				}
			}
		}
	}
	for i, label := range printed {
		pages[i].page.Printed = label
	}
}

// numbering is a way to count pages: how, and from what the first page has.
type numbering struct {
	roman bool
	first int
}

func (n numbering) label(i int) string {
	if n.roman {
		return roman(n.first + i)
	}
	return strconv.Itoa(n.first + i)
}

// frame is where a number stands and the words around it, which are the same
// on every page, or on every other.
type frame struct {
	line  int // from the page's first, from 0, or from its last, from -1
	words string
}

// edgeNumber is a number in the first or last lines of a page.
type edgeNumber struct {
	value int
	roman bool
	frame frame
}

// bare is the frame of a number that stands alone in its line.
const bare = "#"

// runs returns the pages on which a series of numbers stands in a frame that
// more than one of them has, or more than one page of the document among the
// given headers, cut where too many pages lie between.
func runs(on map[int][]frame, headers map[frame]int) [][]int {
	count := map[frame]int{}
	for _, frames := range on {
		for _, f := range frames {
			count[f]++
		}
	}
	var pages []int
	for i, frames := range on {
		if slices.ContainsFunc(frames, func(f frame) bool { return count[f] > 1 || headers[f] > 1 }) {
			pages = append(pages, i)
		}
	}
	slices.Sort(pages)
	var found [][]int
	start := 0
	for i := range pages {
		if i+1 < len(pages) && pages[i+1]-pages[i] <= maxGap {
			continue
		}
		if i+1-start >= minRun {
			found = append(found, pages[start:i+1])
		}
		start = i + 1
	}
	return found
}

// edgeNumbers returns the numbers at the ends of the first and last lines of a
// page, and behind the word "page" in them. A court's stamps are passed over.
func edgeNumbers(words string) []edgeNumber {
	lines := linesOf(words)
	var found []edgeNumber
	for i, line := range lines {
		if i < edgeLines {
			found = append(found, numbersIn(line, i)...)
		}
		if i >= len(lines)-edgeLines {
			found = append(found, numbersIn(line, i-len(lines))...)
		}
	}
	return found
}

func linesOf(words string) []string {
	var lines []string
	at, stamps := 0, court.Find(words)
	for line := range strings.Lines(words) {
		if strings.TrimSpace(line) != "" && !inStamp(stamps, at) {
			lines = append(lines, strings.TrimSpace(line))
		}
		at += len(line)
	}
	return lines
}

// maxHeader is the length in bytes of the longest line that may be a running
// header or footer.
const maxHeader = 200

// ornaments are what may be set around a page's number.
const ornaments = "-–—[]()|·•.,"

func numbersIn(line string, at int) []edgeNumber {
	if len(line) > maxHeader {
		return nil
	}
	fields := strings.Fields(strings.Trim(line, ornaments+" "))
	var found []edgeNumber
	for i, field := range fields {
		if i > 0 && i < len(fields)-1 && !strings.EqualFold(fields[i-1], "page") {
			continue
		}
		value, isRoman := pageNumber(strings.Trim(field, ornaments))
		if value == 0 || isRoman && len(fields) > 1 {
			continue
		}
		words := strings.Join(slices.Concat(fields[:i], []string{bare}, fields[i+1:]), " ")
		found = append(found, edgeNumber{value, isRoman, frame{at, words}})
	}
	return found
}

// maxPageNumber is the highest number that a page is taken to bear.
const maxPageNumber = 9999

// pageNumber returns the number that s is, in digits or small roman numerals, or
// 0 where it is none.
func pageNumber(s string) (value int, isRoman bool) {
	if n, err := strconv.Atoi(s); err == nil && 0 < n && n <= maxPageNumber && strconv.Itoa(n) == s {
		return n, false
	}
	const maxRoman = 99 // a preface
	for n := 1; n <= maxRoman && s != "" && strings.Trim(s, "ivxlc") == ""; n++ {
		if roman(n) == s {
			return n, true
		}
	}
	return 0, false
}
