package footnote

import (
	"strconv"
	"strings"

	"stet/claims"
)

// field is what of a locator a mark names.
type field int

const (
	pageField field = iota
	paragraphField
	timeField
)

// locatorMarks lists what may stand before a page, a paragraph or a time;
// longer marks come before those that they begin with.
var locatorMarks = []struct {
	mark  string
	field field
}{
	{"pages", pageField},
	{"page", pageField},
	{"pgs.", pageField},
	{"pg.", pageField},
	{"pp.", pageField},
	{"p.", pageField},
	{"¶¶", paragraphField},
	{"¶", paragraphField},
	{"paragraphs", paragraphField},
	{"paragraph", paragraphField},
	{"paras.", paragraphField},
	{"paras", paragraphField},
	{"para.", paragraphField},
	{"para", paragraphField},
	{"at", timeField},
	{"@", timeField},
}

// listMarks begins the note of a list that its locator holds only as a range.
var listMarks = [...]string{pageField: "pp. ", paragraphField: "¶¶ ", timeField: ""}

// locator takes a mark with its number, range or list of numbers.
func (s *scanner) locator(at int) (part, bool) {
	if p, ok := s.marked(at); ok {
		return p, true
	}
	begin, ok := s.leadIn(at)
	if !ok {
		return part{}, false
	}
	p, ok := s.marked(begin)
	if !ok && s.followsSource() {
		p, ok = s.located(begin, pageField)
	}
	p.start = at
	return p, ok
}

func (s *scanner) marked(at int) (part, bool) {
	for _, m := range locatorMarks {
		if !hasPrefixFold(s.text[at:], m.mark) {
			continue
		}
		if p, ok := s.located(at+len(m.mark), m.field); ok {
			p.start = at
			return p, true
		}
	}
	return part{}, false
}

// leadIn skips "at" or "on" before another mark: "at p. 3", "on page 3".
func (s *scanner) leadIn(at int) (int, bool) {
	if !hasPrefixFold(s.text[at:], "at ") && !hasPrefixFold(s.text[at:], "on ") {
		return at, false
	}
	return at + len("at "), true
}

// located reads the number or numbers after a mark that ends at the byte from.
func (s *scanner) located(from int, f field) (part, bool) {
	p := part{kind: locator}
	at := skipSpaces(s.text, from)
	if f == timeField {
		end := timeEnd(s.text, at)
		p.end, p.locator.Time = end, s.text[at:end]
		return p, end > at && at > from
	}
	numbers, end := numbers(s.text, at, f)
	if len(numbers) == 0 || at == from && isLetter(s.text[from-1]) {
		return p, false
	}
	p.end = end
	p.locator = locatorOf(f, numbers[0], numbers[len(numbers)-1])
	if len(numbers) > 2 || strings.ContainsAny(s.text[at:end], ",&") {
		p.fragment = listMarks[f] + s.text[at:end]
	}
	return p, true
}

func locatorOf(f field, first, last string) claims.Locator {
	last = wholeNumber(first, last)
	switch {
	case f == pageField && first == last:
		return claims.Locator{Page: first}
	case f == pageField:
		return claims.Locator{Page: first, PageEnd: last}
	case first == last:
		return claims.Locator{Paragraph: first}
	}
	return claims.Locator{Paragraph: first + "-" + last}
}

// wholeNumber writes out the end of a range that leaves out the digits it
// shares with its start: 24 in "123–24" is 124.
func wholeNumber(first, last string) string {
	a, errA := strconv.Atoi(first)
	b, errB := strconv.Atoi(last)
	if errA != nil || errB != nil || b >= a || len(last) >= len(first) {
		return last
	}
	return first[:len(first)-len(last)] + last
}

// numbers reads page or paragraph numbers with dashes, commas or "and" between
// them, and returns where the last one ends.
func numbers(text string, at int, f field) (found []string, end int) {
	for {
		stop := numberEnd(text, at, f)
		if stop == at {
			return found, end
		}
		found, end = append(found, text[at:stop]), stop
		next, ok := joined(text, stop)
		if !ok {
			return found, end
		}
		at = next
	}
}

// joined skips what joins two numbers of one locator. After a comma or "and",
// only a digit goes on with it.
func joined(text string, at int) (next int, ok bool) {
	begin := skipSpaces(text, at)
	for _, sep := range []string{"-", "–", "—", "‑", "to "} {
		if strings.HasPrefix(text[begin:], sep) {
			return skipSpaces(text, begin+len(sep)), true
		}
	}
	for _, sep := range []string{", and ", ", ", "and ", "& "} {
		from := begin
		if sep[0] == ',' {
			from = at
		}
		if next := from + len(sep); strings.HasPrefix(text[from:], sep) && numberEnd(text, next, paragraphField) > next && !startsDate(text[next:]) {
			return next, true
		}
	}
	return at, false
}

// numberEnd returns where the number that begins at the byte at ends, or at. A
// page may also be "A1", "A-12" or a small Roman number.
func numberEnd(text string, at int, f field) int {
	end := at
	if f == pageField {
		end = roman(text, at)
		if end > at && !startsWord(text[end:]) {
			return end
		}
		end = letterOf(text, at)
	}
	digits := digitsEnd(text, end)
	if digits == end {
		return at
	}
	if digits < len(text) && isLetter(text[digits]) && !startsWord(text[digits+1:]) {
		digits++
	}
	if startsWord(text[digits:]) {
		return at
	}
	return digits
}

// roman skips a Roman number as front matter has, which ends below a hundred:
// "c", "d" and "m" are rather letters, as in "p.m.".
func roman(text string, at int) int {
	end := at
	for end < len(text) && strings.IndexByte("ivxl", text[end]) >= 0 {
		end++
	}
	return end
}

// letterOf skips the section letter of a newspaper's or exhibit's page.
func letterOf(text string, at int) int {
	if at+1 >= len(text) || text[at] < 'A' || text[at] > 'Z' {
		return at
	}
	if text[at+1] == '-' {
		return at + 2
	}
	return at + 1
}

// timeEnd returns where a time of the form 12:40 or 1:02:03 ends, or at. A
// time of day ("12:40 p.m.") is no place in a recording.
func timeEnd(text string, at int) int {
	end := digitsEnd(text, at)
	if end == at || end-at > 3 {
		return at
	}
	groups := 1
	for ; end < len(text) && text[end] == ':' && digitsEnd(text, end+1) == end+3; groups++ {
		end += len(":00")
	}
	if groups < 2 || groups > 3 || startsWord(text[end:]) || isTimeOfDay(text[skipSpaces(text, end):]) {
		return at
	}
	return end
}

func isTimeOfDay(after string) bool {
	for _, half := range []string{"am", "pm", "a.m", "p.m"} {
		if hasPrefixFold(after, half) && !startsWord(after[len(half):]) {
			return true
		}
	}
	return false
}

func digitsEnd(text string, at int) int {
	for at < len(text) && text[at] >= '0' && text[at] <= '9' {
		at++
	}
	return at
}

// isLetter reports whether b is an ASCII letter.
func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

func skipSpaces(text string, at int) int {
	for at < len(text) {
		switch {
		case text[at] == ' ' || text[at] == '\t' || text[at] == '\n':
			at++
		case strings.HasPrefix(text[at:], "\u00a0"):
			at += len("\u00a0")
		default:
			return at
		}
	}
	return at
}
