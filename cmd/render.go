package cmd

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/report"
)

// clean makes text from outside safe to print on a terminal.
func clean(s string) string { return report.Clean(s) }

// say prints one line of an answer.
func say(env *Env, format string, args ...any) error {
	_, err := fmt.Fprintf(env.Stdout, format+"\n", args...)
	return err
}

// writeJSON writes v as one indented JSON object.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// writeLine writes v as one line of NDJSON.
func writeLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// plural counts things: "1 claim", "2 claims".
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

func itoa[T int | int64](n T) string { return strconv.FormatInt(int64(n), 10) }

// pad fills a word up to a column's width.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(1, width-len(s)))
}

// described is an entry of a list in a help text: an ID, and what it stands for
// beside it.
func described(id, what string) string {
	const indent, width = 2, 13
	return strings.Repeat(" ", indent) + pad(id, width) + wrap(what, indent+width) + "\n"
}

// wrap folds text into lines of at most 80 columns, of which every one but the
// first is indented; the first begins where the caller stands.
func wrap(s string, indent int) string {
	const width = 80
	var b strings.Builder
	column := indent
	for i, word := range strings.Fields(s) {
		word = clean(word)
		w := displaywidth.String(word)
		switch {
		case i == 0:
		case column+1+w > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += w
	}
	return b.String()
}

// listFormat is the --format flag of the commands that print records.
type listFormat struct {
	name  string
	json  bool
	valid []string
}

func (f *listFormat) add(c *cobra.Command, valid ...string) {
	f.valid = valid
	c.Flags().StringVar(&f.name, "format", valid[0], "how records are printed: "+strings.Join(valid, ", "))
	c.Flags().BoolVar(&f.json, "json", false, "the same as --format json")
}

func (f *listFormat) parse() error {
	if f.json {
		f.name = "json"
	}
	for _, v := range f.valid {
		if v == f.name {
			return nil
		}
	}
	return claims.Invalidf("unknown format %q (one of: %s)", f.name, strings.Join(f.valid, ", "))
}

// listing prints records as they come: as a table, tab-separated where the
// output is piped, or as JSON.
type listing struct {
	env     *Env
	format  string
	name    string // of the list in the JSON object
	columns []column
	rows    [][]string // kept for a terminal's table only
	n       int
}

func newListing(env *Env, format, name string, columns []column) *listing {
	return &listing{env: env, format: format, name: name, columns: columns}
}

// add prints one record, or keeps it where the table's widths depend on all.
func (l *listing) add(record any, cells ...string) error {
	l.n++
	switch l.format {
	case "ndjson":
		return writeLine(l.env.Stdout, record)
	case "json":
		return l.addJSON(record)
	}
	for i, c := range cells {
		cells[i] = clean(strings.Join(strings.Fields(c), " "))
	}
	if l.env.Width == 0 {
		return say(l.env, "%s", strings.Join(cells, "\t"))
	}
	l.rows = append(l.rows, cells)
	return nil
}

func (l *listing) addJSON(record any) error {
	before := ",\n"
	if l.n == 1 {
		before = fmt.Sprintf("{\n  %q: [\n", l.name)
	}
	b, err := json.MarshalIndent(record, "    ", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(l.env.Stdout, "%s    %s", before, b)
	return err
}

// close ends the list.
func (l *listing) close() error {
	switch {
	case l.format == "json" && l.n == 0:
		return say(l.env, "{\n  %q: []\n}", l.name)
	case l.format == "json":
		return say(l.env, "\n  ]\n}")
	case len(l.rows) > 0:
		return writeTable(l.env.Stdout, l.env.Width, l.columns, l.rows)
	}
	return nil
}
