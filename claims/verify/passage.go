package verify

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"stet/claims"
	"stet/sources"
)

// passage is the part of a text that a locator names.
type passage struct {
	named bool          // the locator names one
	found bool          // and the text has it, so that agreement can be tested
	spans []claims.Span // where it is
}

// contains reports whether the byte at offset lies in the passage.
func (p passage) contains(offset int) bool {
	for _, s := range p.spans {
		if s.Contains(offset) {
			return true
		}
	}
	return false
}

// findPassage finds what a locator names. Where it names several things (a
// page and a paragraph), the narrowest that the text has is taken.
func findPassage(t *sources.Text, l claims.Locator) passage {
	p := passage{named: !l.IsZero()}
	for _, spans := range [][]claims.Span{paragraphSpans(t, l.Paragraph), timeSpans(t, l.Time), pageSpans(t, l)} {
		if len(spans) > 0 {
			p.found, p.spans = true, spans
			return p
		}
	}
	return p
}

// pageSpans returns the pages that the locator names, by the number printed on
// them, by the court's stamp, or by counting: reporters use all three.
func pageSpans(t *sources.Text, l claims.Locator) []claims.Span {
	if l.Page == "" {
		return nil
	}
	var spans []claims.Span
	for _, page := range t.Pages {
		if inRange(l, page.Printed) || inRange(l, strconv.Itoa(page.Number)) || stampInRange(l, page.Stamps) {
			spans = append(spans, claims.Span{Start: page.Start, End: page.End})
		}
	}
	return spans
}

func stampInRange(l claims.Locator, stamps []sources.Stamp) bool {
	for _, s := range stamps {
		if s.Page > 0 && inRange(l, strconv.Itoa(s.Page)) {
			return true
		}
	}
	return false
}

func inRange(l claims.Locator, page string) bool {
	if page == "" {
		return false
	}
	if strings.EqualFold(page, l.Page) || strings.EqualFold(page, l.PageEnd) {
		return true
	}
	n, err := strconv.Atoi(page)
	from, errFrom := strconv.Atoi(l.Page)
	to, errTo := strconv.Atoi(l.PageEnd)
	return err == nil && errFrom == nil && errTo == nil && from <= n && n <= to
}

// paragraphSpans returns the numbered paragraph, or the range of them, that
// the locator names: from the line that begins with its number to the line
// that begins with the next.
func paragraphSpans(t *sources.Text, paragraph string) []claims.Span {
	from, to, isRange := strings.Cut(paragraph, "-")
	if !isRange {
		to = from
	}
	first, err := strconv.Atoi(from)
	last, errLast := strconv.Atoi(to)
	if err != nil || errLast != nil {
		return nil
	}
	start := lineBeginning(t.Body, 0, first)
	if start < 0 {
		return nil
	}
	end := lineBeginning(t.Body, start+1, last+1)
	if end < 0 {
		end = len(t.Body)
	}
	return []claims.Span{{Start: start, End: end}}
}

func lineBeginning(body string, from, number int) int {
	line := regexp.MustCompile(`(?m)^[ \t]*(?:¶[ \t]*)?` + strconv.Itoa(number) + `\.?[ \t]+\S`)
	at := line.FindStringIndex(body[from:])
	if at == nil {
		return -1
	}
	return from + at[0]
}

// timeSpans returns what is said from the time that the locator names until
// the next time that the transcript gives.
func timeSpans(t *sources.Text, at string) []claims.Span {
	if at == "" {
		return nil
	}
	if len(t.Cues) > 0 {
		return cueSpans(t, at)
	}
	stamps := regexp.MustCompile(`\b(?:\d{1,2}:)?\d{1,2}:\d{2}\b`).FindAllStringIndex(t.Body, -1)
	for i, s := range stamps {
		if strings.TrimLeft(t.Body[s[0]:s[1]], "0:") != strings.TrimLeft(at, "0:") {
			continue
		}
		end := len(t.Body)
		if i+1 < len(stamps) {
			end = stamps[i+1][0]
		}
		return []claims.Span{{Start: s[0], End: end}}
	}
	return nil
}

// A subtitle stands for a few seconds, and people note the time when the words
// have begun, or have been said: a quote may begin earlyCue before the time
// that its locator names, and end lateCue after it.
const (
	earlyCue = 10 * time.Second
	lateCue  = 30 * time.Second
)

// cueSpans returns what subtitles show about the time that the locator names.
func cueSpans(t *sources.Text, at string) []claims.Span {
	when, ok := recordingTime(at)
	if !ok {
		return nil
	}
	start, end, ok := t.SpokenBetween(when-earlyCue, when+lateCue)
	if !ok {
		return nil
	}
	return []claims.Span{{Start: start, End: end}}
}

// recordingTime reads the time of a locator, 12:40 or 1:02:03.
func recordingTime(at string) (time.Duration, bool) {
	seconds := 0
	for group := range strings.SplitSeq(at, ":") {
		n, err := strconv.Atoi(group)
		if err != nil || n < 0 || n > 9999 {
			return 0, false
		}
		seconds = seconds*60 + n
	}
	return time.Duration(seconds) * time.Second, true
}
