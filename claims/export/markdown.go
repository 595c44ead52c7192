package export

import (
	"fmt"
	"io"
	"strings"
)

// markdownWriter writes a checking sheet to read or print, in CommonMark: a
// section for each claim, with its sources and the words relied on.
type markdownWriter struct {
	out     io.Writer
	article string // whose heading was written last
	any     bool
}

func newMarkdown(w io.Writer, _ Options) Writer { return &markdownWriter{out: w} }

func (w *markdownWriter) Write(r Record) error {
	var b strings.Builder
	if !w.any || w.article != r.Article {
		fmt.Fprintf(&b, "# %s\n\n", escapeLine(r.Article))
	}
	w.any, w.article = true, r.Article
	writeClaim(&b, &r)
	_, err := io.WriteString(w.out, b.String())
	return err
}

func (w *markdownWriter) Close() error {
	if w.any {
		return nil
	}
	_, err := io.WriteString(w.out, "No claims.\n")
	return err
}

func writeClaim(b *strings.Builder, r *Record) {
	fmt.Fprintf(b, "## %s%s\n\n", r.Code, claimPlace(r))
	quoted(b, "", r.Text)
	b.WriteString("\n")
	point := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "- %s: %s\n", name, escapeLine(value))
		}
	}
	point("label", r.Label.String())
	point("speaker", r.Speaker)
	point("priority", strings.TrimSuffix(string(r.Priority)+": "+strings.Join(r.Reasons, ", "), ": "))
	point("verdict", verdictLine(r))
	point("note", r.Note)
	b.WriteString("\n")
	for i := range r.Citations {
		writeCitation(b, i+1, &r.Citations[i])
	}
	writeAsked(b, r)
	for _, f := range r.Findings {
		fmt.Fprintf(b, "- **%s** %s\n", f.Severity, escapeLine(f.Check+": "+f.Message))
	}
	if len(r.Findings) > 0 {
		b.WriteString("\n")
	}
}

// writeAsked writes what was asked about the claim, each as a point.
func writeAsked(b *strings.Builder, r *Record) {
	for _, q := range r.Queries {
		answer := "open"
		if q.Answer != "" {
			answer = "answered by " + q.AnsweredBy + ": " + q.Answer
		}
		fmt.Fprintf(b, "- query %d%s: %s %s\n", q.Number, before(" to ", escapeLine(q.To)), escapeLine(q.Question), escapeLine("("+answer+")"))
	}
	for _, y := range r.Replies {
		fmt.Fprintf(b, "- reply of %s\n", escapeLine(y.To+": "+replyLine(y)))
	}
	if len(r.Queries)+len(r.Replies) > 0 {
		b.WriteString("\n")
	}
}

// claimPlace says where a claim stands: ", headline, ferry.md line 3".
func claimPlace(r *Record) string {
	place := ""
	if r.Place != "" {
		place = ", " + string(r.Place)
	}
	switch {
	case r.Cut:
		place += ", cut"
	case r.Line > 0:
		place += fmt.Sprintf(", %s line %d", escapeLine(r.File), r.Line)
	}
	return place
}

// verdictLine says what was decided, by whom, and whether it still holds.
func verdictLine(r *Record) string {
	line := r.Verdict
	signed := r.Checker + ", " + r.SignedAt
	switch {
	case r.Void != "":
		line += " again, since the sign-off by " + signed + " is void: " + r.Void
	case r.Checker != "":
		line += " by " + signed
	}
	if r.To != "" {
		line += ", to “" + r.To + "”"
	}
	return line
}

// writeCitation writes one citation as a point of a numbered list, with the
// words relied on as a quotation in it.
func writeCitation(b *strings.Builder, n int, c *Citation) {
	lead := fmt.Sprintf("%d. ", n)
	indent := strings.Repeat(" ", len(lead))
	fmt.Fprintf(b, "%s**%s** %s\n", lead, c.Source, escapeLine(sourceLine(c)))
	if strings.HasPrefix(c.Address, "http") && !strings.ContainsAny(c.Address, "<> \n") {
		fmt.Fprintf(b, "%s<%s>\n", indent, escapeControls(c.Address))
	}
	b.WriteString("\n")
	if c.Quote != "" {
		quoted(b, indent, c.Quote)
		fmt.Fprintf(b, "\n%s%s\n\n", indent, escapeLine(matchLine(c)))
	}
	if c.Note != "" {
		fmt.Fprintf(b, "%s%s\n\n", indent, escapeLine(c.Note))
	}
}

func sourceLine(c *Citation) string {
	parts := []string{c.SourceName}
	for _, p := range []string{c.Title, c.Publisher, string(c.Kind), c.Locator, string(c.Stance), string(c.Grade)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}

func matchLine(c *Citation) string {
	switch {
	case c.Match == "":
		return "not looked for"
	case c.Page != "":
		return string(c.Match) + ", on p. " + c.Page
	}
	return string(c.Match)
}

// quoted writes words as a block quotation, line by line.
func quoted(b *strings.Builder, indent, words string) {
	for _, line := range lines(words) {
		b.WriteString(strings.TrimRight(indent+"> "+escapeLine(line), " ") + "\n")
	}
}
