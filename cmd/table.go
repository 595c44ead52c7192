package cmd

import (
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"stet/claims"
	"stet/claims/report"
)

// column is a column of a table. The wide ones share what the others leave.
type column struct {
	title string
	wide  bool
	right bool // numbers
	wraps bool // over several lines, where it is cut short otherwise
}

const (
	gap       = 2  // columns of space between two cells
	narrowest = 12 // what a wide column is never squeezed below
)

// writeTable writes rows as a table without lines, no wider than width as far
// as the narrow columns allow.
func writeTable(w io.Writer, width int, columns []column, rows [][]string) error {
	widths := columnWidths(width, columns, rows)
	t := tablewriter.NewTable(w,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		})),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithColumnWidths(widths),
		tablewriter.WithRowAutoWrap(tw.WrapTruncate),
		tablewriter.WithPadding(tw.Padding{Left: tw.Empty, Right: "  ", Overwrite: true}),
		tablewriter.WithAlignment(alignment(columns)),
		tablewriter.WithHeaderAlignmentConfig(tw.CellAlignment{PerColumn: alignment(columns)}),
	)
	header := make([]any, len(columns))
	for i, c := range columns {
		header[i] = c.title
	}
	t.Header(header...)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			if cells[i] = truncate(cell, widths[i]-gap); columns[i].wraps {
				cells[i] = strings.Join(folded(cell, widths[i]-gap), "\n")
			}
		}
		if err := t.Append(cells); err != nil {
			return err
		}
	}
	return t.Render()
}

func alignment(columns []column) tw.Alignment {
	align := make(tw.Alignment, len(columns))
	for i, c := range columns {
		align[i] = tw.AlignLeft
		if c.right {
			align[i] = tw.AlignRight
		}
	}
	return align
}

// columnWidths gives every narrow column what its cells need and shares the
// rest among the wide ones, each with its gap: what one does not need is the
// others'. The library's own limit splits evenly and lets long words overflow.
func columnWidths(width int, columns []column, rows [][]string) tw.Mapper[int, int] {
	widths := tw.NewMapper[int, int]()
	var wide []int
	for i, c := range columns {
		need := displaywidth.String(c.title)
		for _, row := range rows {
			need = max(need, displaywidth.String(row[i]))
		}
		widths[i] = need + gap
		if c.wide {
			wide = append(wide, i)
			continue
		}
		width -= widths[i]
	}
	slices.SortStableFunc(wide, func(a, b int) int { return widths[a] - widths[b] })
	for n, i := range wide {
		share := max(width/(len(wide)-n), narrowest+gap)
		widths[i] = min(widths[i], share)
		width -= widths[i]
	}
	return widths
}

// truncate shortens a cell to a number of terminal columns, with an ellipsis.
func truncate(s string, width int) string {
	if displaywidth.String(s) <= width {
		return s
	}
	return displaywidth.TruncateString(s, max(width, 1), "…")
}

// folded breaks a cell into lines of a number of terminal columns, at spaces
// where there are any.
func folded(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		switch {
		case line == "":
			line = word
		case displaywidth.String(line)+1+displaywidth.String(word) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
		for displaywidth.String(line) > width {
			head := displaywidth.TruncateString(line, width, "")
			if head == "" {
				break // one character is wider than the column
			}
			lines, line = append(lines, head), line[len(head):]
		}
	}
	return append(lines, line)
}

// writeSummary writes what an article's report comes to.
func writeSummary(env *Env, r report.Report) error {
	width := env.Width
	if width == 0 {
		width = 80
	}
	if len(r.Lines) > 0 {
		if err := say(env, ""); err != nil {
			return err
		}
	}
	return writeTable(env.Stdout, width, summaryColumns, summaryRows(r.Summary))
}

var summaryColumns = []column{{title: "claims", right: true}, {title: "label", wide: true}, {title: "verdict", wide: true}, {title: "findings", wide: true}}

// summaryRows lays the counts side by side, each list in its own column.
func summaryRows(s report.Summary) [][]string {
	var labels, verdicts, findings []string
	for _, l := range claims.Labels {
		labels = count(labels, s.Labels[l.Label], string(l.Label))
	}
	labels = count(labels, s.Labels[claims.Undecided], "undecided")
	for _, v := range append([]claims.Verdict{claims.Open}, claims.Verdicts...) {
		verdicts = count(verdicts, s.Verdicts[v.String()], v.String())
	}
	for _, severity := range claims.Severities {
		findings = append(findings, plural(s.Findings[severity], string(severity)))
	}
	rows := make([][]string, max(len(labels), len(verdicts), len(findings)))
	for i := range rows {
		rows[i] = []string{"", at(labels, i), at(verdicts, i), at(findings, i)}
	}
	rows[0][0] = itoa(s.Claims)
	return rows
}

// count adds "3 reported" to a list, and nothing for none.
func count(list []string, n int, what string) []string {
	if n == 0 {
		return list
	}
	return append(list, itoa(n)+" "+what)
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}
