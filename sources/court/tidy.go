package court

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// tidy returns a line with the spacing that whoever printed it meant: runs of
// space folded, no space within numbers and dates, one between a field and the
// label of the next, dashes of any kind as hyphens. What a stamp is printed
// over, or a scan's text read by a machine, often lacks it.
func tidy(line string) string {
	line = strings.Map(simple, line)
	if isLetterSpaced(line) {
		line = closeUp(line)
	}
	line = strings.Join(strings.Fields(line), " ")
	if isGlued(line) {
		line = labelGlue().ReplaceAllString(line, "$1 $2")
	}
	if !isGapped(line) {
		return line
	}
	for range 2 { // a digit between two marks is matched with one of them at a time
		line = numberGap().ReplaceAllString(line, "$1$2$3$4")
	}
	return typeGap().ReplaceAllString(line, "$1-$2-$3")
}

// simple returns r without what only printers see in it: a hyphen for any dash,
// a space for any white space, nothing for what has no width.
func simple(r rune) rune {
	switch {
	case unicode.Is(unicode.Pd, r) || r == '\u2212' || r == '\u00ad':
		return '-'
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// numberGap is a space beside the mark between two numbers: "08/ 05/24".
var numberGap = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\d)(?: ([/:]) ?|([/:]) )(\d)`)
})

// typeGap is a case type with spaces at its hyphens: "4:24 -cv- 04722".
var typeGap = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\d) ?- ?([A-Za-z]{2,3}) ?- ?(\d)`)
})

// labelGlue is a field's end with the next field's label written to it, as in
// "4:08-cv-02214-SBADocument 27".
var labelGlue = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([A-Z]{2}|[a-z]{2}|\d|-[A-Z])((?:Case|Document|Doc|Date Filed|Filed|Entered|ECF|DktEntry|Page|Pg|USDC|Desc)[ :#.\d])`)
})

// isGapped reports whether a space may stand beside a mark within a number, and
// spares most lines likewise.
func isGapped(line string) bool {
	for i := 1; i+1 < len(line); i++ {
		if strings.IndexByte("-/:", line[i]) < 0 || line[i-1] != ' ' && line[i+1] != ' ' {
			continue
		}
		if before := strings.TrimRight(line[:i], " "); line[i] == '-' || before != "" && isDigit(before[len(before)-1]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// isGlued reports whether a label may be written to the field before it. It
// spares most lines the search for where.
func isGlued(line string) bool {
	for _, label := range []string{"Case", "Doc", "Date", "Filed", "Entered", "ECF", "Dkt", "Page", "Pg", "USDC", "Desc"} {
		if i := strings.Index(line, label); i > 0 && line[i-1] != ' ' || i >= 0 && strings.Contains(line[i+1:], label) {
			return true
		}
	}
	return false
}

// isLetterSpaced reports whether a line is written "l i k e   t h i s".
func isLetterSpaced(line string) bool {
	if strings.Count(line, " ")*3 < len(line) {
		return false
	}
	words := strings.Fields(line)
	single := 0
	for _, w := range words {
		if len(w) == 1 {
			single++
		}
	}
	return len(words) >= 15 && single*10 >= len(words)*7
}

// closeUp takes the spaces out of a letter-spaced line, and leaves one where
// two or more stand.
func closeUp(line string) string {
	words := strings.Split(strings.TrimSpace(line), "  ")
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, " ", "")
	}
	return strings.Join(words, " ")
}
