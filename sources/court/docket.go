package court

import (
	"regexp"
	"strings"
	"sync"
)

// Docket is a docket number found in a text.
type Docket struct {
	Start, End int    // in bytes
	Text       string // as written, such as "4:24-cv-04722-YGR"
	// Key is what names the case, for comparison: year, type and number without
	// office, judges and leading zeros, such as "24-cv-4722". Two numbers of one
	// court name the same case if their keys are equal.
	Key string
}

// docketForm matches a number that shows its type, or the bankruptcy judge's
// initials, and needs no label; or else one behind a label. Group 1 to 3 are
// year, type and number of the first; 4 and 5, 6 and 7 year and number of the
// others; 8 is a New York index number.
var docketForm = sync.OnceValue(func() *regexp.Regexp {
	const (
		kinds  = `(?i:cv|cr|bk|ap|mc|mj|md|ml|misc|civ|crim|adv|po|mdl|dp|ec|sw)`
		judges = `(?:-[A-Z][A-Za-z]{1,4})*(?:-[A-Z0-9]{2,6})*(?: \([A-Z]{2,4}\))*`
		label  = `(?:No\.|Nos\.|Case|Case No\.|Docket|Docket No\.|Appeal|Index No\.)[:#]? ?`
	)
	return regexp.MustCompile(`\b(?:\d{1,2}:)?(\d{2}|\d{4})[- ]?(` + kinds + `)\.?[- ]?(\d{1,6})\b` + judges +
		`|\b(?:\d{1,2}:)?(\d{2})-(\d{5})-(?:[a-z]{2,4})\b` +
		`|\b` + label + `(?:\d{1,2}:)?(\d{2})-(\d{2,6})\b` + judges +
		`|\b(?i:index) (?i:no)\. ?(\d{1,7}/\d{4})\b`)
})

// Dockets returns the docket numbers in text, in order. A number that shows no
// type ("24-720") counts only behind a label such as "No." or "Case".
func Dockets(text string) []Docket {
	var found []Docket
	for _, m := range docketForm().FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		start := m[0]
		for _, i := range []int{6, 8} {
			if m[2*i] >= 0 {
				start = officeStart(text, m[0], m[2*i])
			}
		}
		found = append(found, Docket{Start: start, End: m[1], Text: text[start:m[1]], Key: key(group)})
	}
	return found
}

// officeStart returns where a number begins whose year stands at the offset
// year: before its office, if it has one.
func officeStart(text string, from, year int) int {
	label := strings.TrimRight(text[from:year], "0123456789:")
	if i := strings.LastIndexAny(text[from:year], " #"); i >= 0 {
		return from + i + 1
	}
	return from + len(label)
}

func key(group func(int) string) string {
	switch {
	case group(2) != "":
		return join(group(1), kind(group(2)), group(3))
	case group(4) != "":
		return join(group(4), "", group(5))
	case group(6) != "":
		return join(group(6), "", group(7))
	}
	return group(8)
}

func join(year, kind, number string) string {
	year = year[len(year)-2:]
	number = strings.TrimLeft(number, "0")
	if kind == "" {
		return year + "-" + number
	}
	return year + "-" + kind + "-" + number
}

// kind returns a case type as electronic filing writes it.
func kind(s string) string {
	switch s = strings.ToLower(s); s {
	case "civ":
		return "cv"
	case "crim":
		return "cr"
	case "adv":
		return "ap"
	case "misc":
		return "mc"
	}
	return s
}

// Key returns the Docket.Key of a case number alone, such as a stamp's Case, or
// "" where number is none.
func Key(number string) string {
	for _, prefix := range []string{"", "No. "} {
		if d := Dockets(prefix + number); len(d) > 0 {
			return d[0].Key
		}
	}
	if d := Dockets("Index No. " + number); len(d) > 0 {
		return d[0].Key
	}
	return ""
}
