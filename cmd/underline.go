package cmd

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"

	"stet/claims"
)

// cueIn returns where the words that decide a claim's label stand in its text,
// in bytes, or an empty span where they don't, as in a claim worded by hand.
func cueIn(c claims.Claim) claims.Span {
	if len(c.Attributions) == 0 || len(c.Spans) == 0 {
		return claims.Span{}
	}
	cue, at := c.Attributions[0].Cue, 0
	for _, s := range c.Spans {
		if s.Start <= cue.Start && cue.End <= s.End {
			in := claims.Span{Start: at + cue.Start - s.Start, End: at + cue.End - s.Start}
			if in.End <= len(c.Text) && in.In(c.Text) == cue.Text {
				return in
			}
		}
		at += s.End - s.Start + len(" … ")
	}
	return claims.Span{}
}

// underlined folds text into lines as wrap does, and puts under each that holds
// some of the marked bytes a line of tildes beneath them, which reads the same
// on every terminal and in a file.
func underlined(text string, indent int, mark claims.Span) string {
	var all strings.Builder
	at := 0
	for i, line := range strings.Split(wrap(text, indent), "\n") {
		if i > 0 {
			all.WriteByte('\n')
		}
		all.WriteString(line)
		var tildes string
		tildes, at = beneath(text, at, line, mark)
		if i == 0 && tildes != "" {
			tildes = strings.Repeat(" ", indent) + tildes
		}
		if tildes != "" {
			all.WriteString("\n" + tildes)
		}
	}
	return all.String()
}

// beneath returns the tildes for a line that holds the words of text from an
// offset on, and the offset after them.
func beneath(text string, at int, line string, mark claims.Span) (string, int) {
	var b strings.Builder
	marked := false
	put := func(s string, under bool) {
		r := ' '
		if under {
			r, marked = '~', true
		}
		b.WriteString(strings.Repeat(string(r), displaywidth.String(s)))
	}
	for n := len(strings.Fields(line)); n > 0; n-- {
		start := at + strings.IndexFunc(text[at:], notSpace)
		end := len(text)
		if i := strings.IndexFunc(text[start:], unicode.IsSpace); i >= 0 {
			end = start + i
		}
		if b.Len() > 0 {
			put(" ", mark.Start < start && start < mark.End)
		}
		from, to := min(max(mark.Start, start), end), max(start, min(mark.End, end))
		put(clean(text[start:from]), false)
		if from < to {
			put(clean(text[from:to]), true)
			put(clean(text[to:end]), false)
		} else {
			put(clean(text[from:end]), false)
		}
		at = end
	}
	if !marked {
		return "", at
	}
	indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
	return indent + strings.TrimRight(b.String(), " "), at
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }
