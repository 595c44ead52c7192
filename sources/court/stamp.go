package court

import (
	"slices"
	"strings"
	"time"

	"stet/sources"
)

// maxWrap is how many lines a stamp may take.
const maxWrap = 3

// Stamps returns the filing stamps of one page's text, in the order in which
// they stand on it, each once. A stamp begins with a case number, or with the
// word Filed, and goes on in labelled fields (document, date, page); prose that
// merely cites a filing is none. A date that no calendar has is left out.
func Stamps(page string) []sources.Stamp {
	var stamps []sources.Stamp
	for _, found := range Find(page) {
		if !slices.Contains(stamps, found.Stamp) {
			stamps = append(stamps, found.Stamp)
		}
	}
	return stamps
}

// Found is a stamp and the bytes of the page that it fills: whole lines, or
// none (Start == End) where other words stand in its line.
type Found struct {
	sources.Stamp
	Start, End int
}

// Find returns every stamp of a page with its place, repeated ones too.
func Find(page string) []Found {
	var found []Found
	for lines := splitLines(page); len(lines) > 0; {
		stamps, used := stampAt(lines)
		found = append(found, stamps...)
		lines = lines[max(1, used):]
	}
	return found
}

// line is a line of a page, without white space around it and with that between
// its words folded.
type line struct {
	words      string
	start, end int // in the page, line end excluded
}

func splitLines(page string) []line {
	var lines []line
	at := 0
	for raw := range strings.Lines(page) {
		for part := range strings.SplitAfterSeq(raw, "\f") {
			if words := strings.Join(strings.Fields(part), " "); words != "" {
				lines = append(lines, line{words, at, at + len(strings.TrimRight(part, "\r\n\f"))})
			}
			at += len(part)
		}
	}
	return lines
}

// stampAt returns the stamps that begin on the first of the lines, and how many
// lines they take. Of the ways to read a stamp that may be wrapped, the longest
// wins whose last line holds nothing but fields.
func stampAt(lines []line) ([]Found, int) {
	head := lines[0].words
	if !mayHoldStamp(head) && !(len(lines) > 1 && mayHoldStamp(head+" "+lines[1].words)) {
		return nil, 0
	}
	best, used := read(head), 1
	joined := head
	for n := 2; n <= min(maxWrap, len(lines)) && best.isWhole(); n++ {
		joined += " " + lines[n-1].words
		if r := read(joined); r.at == best.at && r.isWhole() && r.fields >= best.fields {
			best, used = r, n
		}
	}
	if !best.isStamp() {
		return nil, 0
	}
	found := Found{Stamp: best.stamp, Start: lines[0].start, End: lines[0].start}
	all, whole := []Found{found}, best.at == 0
	for tail := best.tail; tail != ""; {
		next := read(tail)
		if !next.isStamp() {
			whole = false
			break
		}
		// Stamps printed over one another come as one line.
		all = append(all, Found{Stamp: next.stamp, Start: lines[0].end, End: lines[0].end})
		whole, tail = whole && next.at == 0, next.tail
	}
	if whole {
		all[0].End = lines[used-1].end
	}
	return all, used
}

// mayHoldStamp is a cheap test that spares ordinary lines the reading.
func mayHoldStamp(line string) bool {
	lower := strings.ToLower(line)
	return slices.ContainsFunc([]string{"filed", "entered on", "dktentry", "document ", "doc "}, func(word string) bool {
		return strings.Contains(lower, word)
	}) && strings.ContainsAny(line, "0123456789")
}

// reading is a stamp as read from a line.
type reading struct {
	stamp  sources.Stamp
	fields int    // how many were read
	at     int    // where in the line it begins
	tail   string // what stands behind it in the line
}

// isStamp reports whether enough fields were read to be a stamp: a case number
// and two more. Where other words stand before or behind, one must be the page
// and one the document or date, which no prose writes so.
func (r reading) isStamp() bool {
	hasPaper := r.stamp.Document != "" || r.stamp.Filed != "" || r.stamp.Entered != ""
	if r.stamp.Case == "" || !hasPaper || r.fields < 3 {
		return false
	}
	return r.at == 0 && r.isWhole() || r.stamp.Page > 0
}

func (r reading) isWhole() bool { return r.tail == "" }

// read reads the first stamp of a line.
func read(line string) reading {
	at := beginning(line)
	if at < 0 {
		return reading{at: len(line), tail: line}
	}
	r := reading{at: at}
	rest := line[at:]
	for {
		rest = strings.TrimLeft(rest, " ,")
		size := r.field(rest)
		if size == 0 {
			break
		}
		r.fields++
		rest = rest[size:]
	}
	r.tail = rest
	r.stamp.Line = strings.TrimRight(line[at:len(line)-len(rest)], " ,")
	return r
}

// beginning returns where in the line a stamp may begin, or -1.
func beginning(line string) int {
	at := startForm().FindStringIndex(line)
	if at == nil {
		return -1
	}
	return at[0]
}

// field reads one field at the start of rest and returns its length, or 0.
// Each field is read once: where the case comes again, another stamp begins.
func (r *reading) field(rest string) int {
	if strings.HasPrefix(rest, "Desc ") {
		return description(rest)
	}
	for _, f := range fields() {
		m := f.form.FindStringSubmatch(rest)
		if m == nil {
			continue
		}
		if !f.set(&r.stamp, m) {
			return 0
		}
		return len(m[0])
	}
	return 0
}

// maxDescription is how long the free words of a bankruptcy stamp may be.
const maxDescription = 60

// description returns the length of the field "Desc Main Document": the free
// words up to the page, or to the end of the line.
func description(rest string) int {
	end := len(rest)
	for _, label := range []string{" Page ", " Pg "} {
		if i := strings.Index(rest, label); i >= 0 {
			end = min(end, i)
		}
	}
	if end > maxDescription {
		return 0
	}
	return end
}

// day returns a date of the form MM/DD/YY or MM/DD/YYYY as YYYY-MM-DD, or "".
// Years of two digits are those since electronic filing began in 1996.
func day(s string) string {
	layout := "01/02/2006"
	if len(s) == len("01/02/06") {
		layout = "01/02/06"
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
