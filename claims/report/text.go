package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"
)

// writeText prints a line a finding, as a linter does:
//
//	file:line:column severity check message
//
// so that editors can jump to it. Findings that say the same thing, such as of
// one unread source that many claims cite, are printed once, with the other
// lines at the end.
func writeText(w io.Writer, r Report) error {
	for _, group := range grouped(r.Lines) {
		first := group[0]
		if _, err := fmt.Fprintf(w, "%s %s %s %s%s\n", place(first), first.Severity, first.Check, oneLine(first.Message), also(group[1:])); err != nil {
			return err
		}
	}
	return nil
}

// grouped puts together the findings that say the same, each group where its
// first one stands. What a rule says is about one claim, and so is what a
// check says of words; only a source that was not read says it of itself.
func grouped(lines []Line) [][]Line {
	var groups [][]Line
	at := map[string]int{}
	for _, l := range lines {
		key := l.Article + "\x00" + string(l.Severity) + "\x00" + l.Check + "\x00" + l.Source + "\x00" + l.Message
		if i, ok := at[key]; ok && l.Source != "" {
			groups[i] = append(groups[i], l)
			continue
		}
		at[key] = len(groups)
		groups = append(groups, []Line{l})
	}
	return groups
}

func place(l Line) string {
	file := oneLine(cmp.Or(l.File, l.Article)) // an article without a draft has no file
	if l.Line == 0 {
		return file + ":1:1"
	}
	return fmt.Sprintf("%s:%d:%d", file, l.Line, l.Column)
}

func also(rest []Line) string {
	if len(rest) == 0 {
		return ""
	}
	lines := make([]string, len(rest))
	for i, l := range rest {
		lines[i] = fmt.Sprint(l.Line)
	}
	word := "line"
	if len(rest) > 1 {
		word = "lines"
	}
	return fmt.Sprintf(" (also %s %s)", word, strings.Join(lines, ", "))
}

func oneLine(s string) string { return Clean(strings.Join(strings.Fields(s), " ")) }
