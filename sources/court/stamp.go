package court

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stet/sources"
)

// maxWrap is how many lines a stamp may take: an e-filing clerk's takes most.
const maxWrap = 7

// maxBroken is how long a field may be that takes more than one line.
const maxBroken = 60

// edge is how many lines of a page from its first or last a stamp may stand
// that says little: a list of filings in the middle of a page reads the same.
const edge = 5

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
	lines := splitLines(page)
	for at := 0; at < len(lines); {
		stamps, used := stampAt(lines, at)
		found = append(found, stamps...)
		at += max(1, used)
	}
	return numberPages(found, lines)
}

// line is a line of a page that has words.
type line struct {
	words      string // without white space around them
	start, end int    // in the page, line end excluded
}

func splitLines(page string) []line {
	var lines []line
	at := 0
	for raw := range strings.Lines(page) {
		for part := range strings.SplitAfterSeq(raw, "\f") {
			if words := strings.TrimSpace(part); words != "" {
				lines = append(lines, line{words, at, at + len(strings.TrimRight(part, "\r\n\f"))})
			}
			at += len(part)
		}
	}
	return lines
}

// stampAt returns the stamps that begin on the line at, and how many lines they
// take.
func stampAt(lines []line, at int) ([]Found, int) {
	first := lines[at]
	if !mayBegin(lines[at:]) {
		return nil, 0
	}
	best, used := unwrap(lines[at:])
	lonely := isLonely(lines, at, at+used)
	if !best.isStamp(lonely) {
		return nil, 0
	}
	all, whole := []Found{{Stamp: best.stamp, Start: first.start, End: first.start}}, isMargin(best.before)
	for tail := best.tail; tail != ""; {
		next := read(tail)
		if !next.isStamp(lonely) {
			whole = false
			break
		}
		// Stamps printed over one another come as one line.
		all = append(all, Found{Stamp: next.stamp, Start: first.end, End: first.end})
		whole, tail = whole && isMargin(next.before), next.tail
	}
	if whole {
		all[0].End = lines[at+used-1].end
	}
	return all, used
}

// isLonely reports whether the lines from one to another stand at an edge of
// the page, and within no sentence.
func isLonely(lines []line, from, to int) bool {
	if from >= edge && to <= len(lines)-edge {
		return false
	}
	return from == 0 || to == len(lines) || !leadsOn(lines[from-1].words, false) || !goesOn(lines[to].words)
}

// unwrap reads the stamp that begins on the first of the lines, and returns how
// many lines it takes. Of the ways to read one that may be wrapped, that wins
// which says most and whose last line holds nothing else.
func unwrap(lines []line) (best reading, used int) {
	joined := tidy(lines[0].words)
	best, used = read(joined), 1
	for n := 2; n <= min(maxWrap, len(lines)) && best.fields > 0; n++ {
		next := tidy(lines[n-1].words)
		joined = tidy(joined + " " + next)
		r := read(joined)
		if r.before == best.before && r.isWhole() && r.saysMore(best) {
			best, used = r, n
		}
		if len(r.tail) > maxBroken {
			break
		}
	}
	return best, used
}

// mayBegin is a cheap test that spares ordinary lines the reading: a stamp's
// first line has a number with a mark in it, the case's or a date, and that or
// the next line the label of a field.
func mayBegin(lines []line) bool {
	first := lines[0].words
	if !hasMarkedNumber(first) {
		return false
	}
	return hasLabel(first) || len(lines) > 1 && hasLabel(lines[1].words) || isLetterSpaced(first)
}

// hasMarkedNumber reports whether a digit stands beside a hyphen, a stroke or a
// colon, a space apart at most; or a filing's number is there.
func hasMarkedNumber(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			continue
		}
		after := strings.TrimLeft(s[i+1:min(len(s), i+6)], " \u00a0")
		if after != "" && (strings.IndexByte("-/:", after[0]) >= 0 || after[0] >= utf8.RuneSelf) {
			return true
		}
	}
	return strings.Contains(s, "FILED") || strings.HasPrefix(s, "Filing") || strings.Contains(s, "NO.")
}

// labels are the words of which any stamp has at least one.
var labels = []string{"Filed", "FILED", "filed", "Doc", "DOC", "Dkt", "Entered", "ENTERED", "ECF", "Page", "Pg", "NYSCEF", "Filing", "FILING", "Date", "Entry", "ID", "# "}

func hasLabel(s string) bool {
	return slices.ContainsFunc(labels, func(label string) bool { return strings.Contains(s, label) })
}
