package text

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// cueParser finds the cues in the lines of a file. SubRip's may hold empty
// lines, and end where the number of the next stands; WebVTT's end at an empty
// line.
type cueParser struct {
	isVTT    bool
	language string
	cues     []cue
	open     bool
}

func (p *cueParser) line(line string) {
	from, to, ok := timing(line)
	switch {
	case ok:
		p.endCue(false)
		p.cues = append(p.cues, cue{from: from, to: to})
		p.open = true
	case p.open && p.isVTT && trimmed(line) == "":
		p.open = false
	case p.open:
		last := &p.cues[len(p.cues)-1]
		last.lines = append(last.lines, line)
	case len(p.cues) == 0 && p.language == "":
		// Broadcasters put it in the header of WebVTT.
		if language, ok := strings.CutPrefix(line, "Language:"); ok && p.isVTT {
			p.language = trimmed(language)
		}
	}
}

// endCue takes the number off the last cue that belongs to the next one.
func (p *cueParser) endCue(isLast bool) {
	if !p.open || p.isVTT || isLast {
		return
	}
	c := &p.cues[len(p.cues)-1]
	if n := len(c.lines); n > 0 && isNumber(trimmed(c.lines[n-1])) {
		c.lines = c.lines[:n-1]
	}
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// timing reads a line that says when its cue begins and ends; what follows says
// where it is shown.
func timing(line string) (from, to int, ok bool) {
	begin, rest, ok := strings.Cut(line, "-->")
	if !ok {
		return 0, 0, false
	}
	end := strings.Fields(rest)
	if len(end) == 0 {
		return 0, 0, false
	}
	from, okFrom := milliseconds(trimmed(begin))
	to, okTo := milliseconds(end[0])
	return from, max(from, to), okFrom && okTo
}

// maxHours bounds the hours of a time.
const maxHours = 10_000

// milliseconds reads a time such as 00:12:31,500 or 12:31.500.
func milliseconds(s string) (int, bool) {
	s, fraction, _ := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	groups := strings.Split(s, ":")
	if len(groups) < 2 || len(groups) > 3 {
		return 0, false
	}
	seconds := 0
	for _, group := range groups {
		n, err := strconv.Atoi(group)
		if err != nil || n < 0 || n > maxHours {
			return 0, false
		}
		seconds = seconds*60 + n
	}
	thousandths := 0
	if fraction != "" {
		n, err := strconv.Atoi((fraction + "00")[:3])
		if err != nil || n < 0 {
			return 0, false
		}
		thousandths = n
	}
	return seconds*1000 + thousandths, true
}

// isRollUp reports whether most cues show the last line of the one before once
// more, as captions do that are made while somebody speaks.
func isRollUp(cues []cue) bool {
	n := 0
	for i := 1; i < len(cues); i++ {
		if repeated(cues[i-1], cues[i]) > 0 {
			n++
		}
	}
	return len(cues) >= 4 && n > len(cues)/2
}

// repeated returns how many lines of next, from its first, the cue before it
// ended with.
func repeated(before, next cue) int {
	a, b := shownLines(before), shownLines(next)
	for n := min(len(a), len(b)); n > 0; n-- {
		if slices.Equal(a[len(a)-n:], b[:n]) {
			return n
		}
	}
	return 0
}

// shownLines returns the lines of a cue that have words, without tags.
func shownLines(c cue) []string {
	var shown []string
	for _, line := range c.lines {
		if words := trimmed(withoutTags(line)); words != "" {
			shown = append(shown, words)
		}
	}
	return shown
}

// unrolled returns the cues with each line where it was first shown.
func unrolled(cues []cue) []cue {
	out := slices.Clone(cues)
	for i := range cues {
		lines := slices.DeleteFunc(slices.Clone(cues[i].lines), func(line string) bool { return trimmed(withoutTags(line)) == "" })
		if i > 0 {
			lines = lines[repeated(cues[i-1], cues[i]):]
		}
		out[i].lines = lines
	}
	return out
}

// isVTT reports whether b begins with the signature of WebVTT.
func isVTT(b []byte) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimPrefix(b, utf8BOM), []byte("WEBVTT"))
	return ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0)
}

// isSRT reports whether b begins with the number and the time of a subtitle.
func isSRT(b []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), magicWindow)], utf8BOM), "\r\n ")
	number, rest, ok := bytes.Cut(head, []byte("\n"))
	if !ok || !isNumber(string(bytes.TrimSpace(number))) {
		return false
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	_, _, ok = timing(string(line))
	return ok
}
