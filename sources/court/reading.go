package court

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stet/sources"
)

// reading is a stamp as read from a tidy line.
type reading struct {
	stamp  sources.Stamp
	fields int    // how many were read that have a label
	proofs int    // of these, that only a filing system prints
	before string // what stands before it in the line
	tail   string // what stands behind it
}

// read reads the first stamp of a line.
func read(line string) reading {
	at := beginning(line)
	if at < 0 {
		return reading{before: line, tail: line}
	}
	r := reading{before: strings.TrimSpace(line[:at])}
	rest := line[at:]
	for {
		rest = trimSeparators(rest)
		size := r.field(rest)
		if size == 0 {
			break
		}
		rest = rest[size:]
	}
	r.tail = rest
	r.stamp.Line = strings.TrimRight(line[at:len(line)-len(rest)], " ,-|")
	return r
}

// trimSeparators takes off s what may stand between two fields. A comma with
// nothing behind it stands in a sentence.
func trimSeparators(s string) string {
	if strings.TrimSpace(s) == "," {
		return ","
	}
	s = strings.TrimLeft(s, " ,|")
	if after, ok := strings.CutPrefix(s, "- "); ok {
		return strings.TrimLeft(after, " ")
	}
	return s
}

// midline finds where a stamp may begin behind other words: at a labelled case
// number, or one with its office.
var midline = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:(?:USCA ?\d{0,2}|USCADC|USCAFC|Appellate) )?\b` + caseLabel + `(?:` + district + `|` + docketed + `)|\b` + district)
})

// beginning returns where in the line a stamp may begin, or -1.
func beginning(line string) int {
	margin := len(line) - len(strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	for _, f := range fields() {
		if f.opens && f.form.MatchString(line[margin:]) {
			return margin
		}
	}
	if at := midline().FindStringIndex(line); at != nil {
		return at[0]
	}
	return -1
}

// field reads one field at the start of rest and returns its length, or 0.
// Each field is read once: where the case comes again, another stamp begins.
func (r *reading) field(rest string) int {
	size, labelled := labelledDescription(rest), true
	for _, f := range fields() {
		if size > 0 {
			break
		}
		m := f.form.FindStringSubmatch(rest)
		if m == nil {
			continue
		}
		if !f.set(&r.stamp, m) {
			return 0
		}
		size, labelled = len(m[0]), !f.plain
		if f.proof {
			r.proofs++
		}
	}
	if size == 0 && r.stamp.Entered != "" && r.stamp.Page == 0 {
		size = description(rest)
	}
	if size > 0 && labelled {
		r.fields++
	}
	return size
}

// maxDescription is how long the free words of a bankruptcy stamp may be.
const maxDescription = 60

// labelledDescription returns the length of the field "Desc Main Document": the
// free words up to the page, or to the end of the line.
func labelledDescription(rest string) int {
	for _, label := range []string{"Desc ", "Desc: ", "Description:"} {
		if !strings.HasPrefix(rest, label) {
			continue
		}
		if size := description(rest); size > 0 {
			return size
		}
		if len(rest) <= maxDescription {
			return len(rest)
		}
	}
	return 0
}

// descriptionEnd is the page that stands behind a description.
var descriptionEnd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(` (?:(?:Page|PAGE|page|Pg|PG|pg)[:.]? ?\d| ?\d+ of \d)`)
})

// description returns the length of the free words that bankruptcy courts put
// between the time of entry and the page, such as "Exhibit A", or 0 where no
// page follows.
func description(rest string) int {
	end := descriptionEnd().FindStringIndex(rest)
	if end == nil || end[0] > maxDescription || !startsUpper(rest) {
		return 0
	}
	return end[0]
}

func (r *reading) isWhole() bool { return r.tail == "" }

// saysMore reports whether r, which reads a line more than o, is worth it: a
// stamp that has everything may still go on with its PageID, or with what only
// a filing system prints.
func (r *reading) saysMore(o reading) bool {
	switch {
	case r.proofs > o.proofs:
		return true
	case o.isComplete() && o.isWhole():
		s, was := r.stamp, o.stamp
		s.PageID, s.Line, was.PageID, was.Line = "", "", "", ""
		return s == was && r.stamp.PageID != o.stamp.PageID
	}
	return said(r.stamp) > said(o.stamp)
}

// isComplete reports whether a stamp has all that most have.
func (r *reading) isComplete() bool {
	s := &r.stamp
	return s.Case != "" && s.Document != "" && s.Filed+s.Entered != "" && s.Page > 0 && s.Of > 0
}

// said returns how many things a stamp says.
func said(s sources.Stamp) int {
	n := 0
	for _, has := range []bool{
		s.Court != "", s.Case != "", s.Document != "", s.Attachment != "", s.Filed != "", s.Entered != "",
		s.Page > 0, s.Of > 0, s.PageID != "",
	} {
		if has {
			n++
		}
	}
	return n
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
