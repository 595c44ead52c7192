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
	line = strings.Map(plain, line)
	if isLetterSpaced(line) {
		line = closeUp(line)
	}
	line = strings.Join(strings.Fields(line), " ")
	for range 2 { // a digit between two marks is matched with one of them at a time
		line = numberGap().ReplaceAllString(line, "$1$2$3$4")
	}
	line = typeGap().ReplaceAllString(line, "$1-$2-$3")
	return labelGlue().ReplaceAllString(line, "$1 $2")
}

// plain returns r without what only printers see in it: a hyphen for any dash,
// a space for any white space, nothing for what has no width.
func plain(r rune) rune {
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

// isLetterSpaced reports whether a line is written "l i k e   t h i s".
func isLetterSpaced(line string) bool {
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
