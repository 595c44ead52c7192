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

// isStamp reports whether enough was read to be a stamp. A line of nothing but
// fields is one where it has what only a filing system prints, or the case and
// two fields more; where it tells no page, it must also be lonely: no part of
// the text around it. With other words in its line, a stamp must have date and
// page, and the words be no sentence that goes on through it.
func (r *reading) isStamp(lonely bool) bool {
	s := &r.stamp
	dated := s.Filed != "" || s.Entered != ""
	alone := isMargin(r.before) && r.isWhole()
	switch {
	case r.proofs > 0 && alone:
		return dated || s.Case != "" && s.Document != ""
	case s.Case == "" || s.Document == "" && !dated || r.fields < 3:
		return false
	case alone:
		return s.Page > 0 || s.Of > 0 || s.Entered != "" || lonely && !isCited(s.Line)
	}
	return s.Page > 0 && dated && !leadsOn(r.before) && !goesOn(r.tail)
}

// isCited reports whether a line that says little is punctuated as a sentence
// that cites a filing, and not as a stamp.
func isCited(line string) bool {
	return strings.Contains(line, ",") || strings.Contains(line, " No.")
}

func (r *reading) isWhole() bool { return r.tail == "" }

// saysMore reports whether r, which reads a line more than o, is worth it: a
// stamp that has everything may still go on with its PageID only.
func (r *reading) saysMore(o reading) bool {
	s, was := r.stamp, o.stamp
	if was.Case != "" && was.Document != "" && was.Filed+was.Entered != "" && was.Page > 0 && was.Of > 0 && o.isWhole() {
		was.PageID, was.Line, s.Line = s.PageID, "", ""
		return s == was && o.stamp.PageID == "" && s.PageID != ""
	}
	return said(s) > said(was) || r.proofs > o.proofs
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

// maxMargin is how long a line's number or mark before a stamp may be.
const maxMargin = 4

// isMargin reports whether what stands before a stamp is no word: the number of
// the line, a mark.
func isMargin(before string) bool {
	return len(before) <= maxMargin && !strings.ContainsFunc(before, unicode.IsLetter)
}

// leadsOn reports whether a sentence leads on from before into what follows.
func leadsOn(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return strings.ContainsFunc(last, unicode.IsLower) && !strings.ContainsAny(last[len(last)-1:], ".:;)”\"") ||
		strings.HasSuffix(last, ",") || strings.HasSuffix(last, "(")
}

// goesOn reports whether a sentence goes on with after.
func goesOn(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return after != "" && (unicode.IsLower(r) || strings.ContainsRune(".,;:)]”’\"'", r))
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
