// Package schema holds the ledger's tables and views as SQL: the numbered
// migrations of SQLite, and the views, which every engine shares and which are
// the ledger's contract with whoever reads it by SQL.
package schema

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed sqlite/*.sql
var sqlite embed.FS

//go:embed views/*.sql
var views embed.FS

// SQLite returns the migrations that make SQLite's tables, in order: the first
// makes version 1 out of an empty file, and so on.
func SQLite() ([]string, error) { return readAll(sqlite, "sqlite") }

// View is one view of the ledger and what its columns mean.
type View struct {
	Name    string
	Doc     string // what a row is
	Columns []Column
	SQL     string // the statement that creates it
}

// Column is one column of a view.
type Column struct {
	Name string
	Doc  string
}

// Views returns the views in an order in which they can be created: each
// after those that it reads.
func Views() ([]View, error) {
	texts, err := readAll(views, "views")
	if err != nil {
		return nil, err
	}
	parsed := make([]View, len(texts))
	for i, text := range texts {
		if parsed[i], err = parseView(text); err != nil {
			return nil, err
		}
	}
	return parsed, nil
}

// readAll returns the files of a folder in the order of their names.
func readAll(files embed.FS, dir string) ([]string, error) {
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(entries))
	for i, entry := range entries {
		text, err := files.ReadFile(path.Join(dir, entry.Name()))
		if err != nil {
			return nil, err
		}
		texts[i] = string(text)
	}
	return texts, nil
}

// parseView reads a view's file: comment lines "-- name: what a row is", more
// on it, an empty comment line after each paragraph, then "-- column: what it
// means", then the statement.
func parseView(text string) (View, error) {
	head, statement, ok := strings.Cut(text, "\ncreate view ")
	name, doc, named := strings.Cut(strings.TrimPrefix(head, "-- "), ": ")
	if !ok || !named || !strings.HasPrefix(statement, name+" ") {
		return View{}, fmt.Errorf("view file %.40q does not describe the view that it creates", text)
	}
	doc = strings.ReplaceAll("\n"+doc, "\n--", "\n")
	paragraphs := strings.Split(doc, "\n\n")
	last := len(paragraphs) - 1
	v := View{Name: name, SQL: "create view " + statement, Doc: unwrap(paragraphs[:last])}
	for line := range strings.Lines(paragraphs[last]) {
		column, meaning, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			return View{}, fmt.Errorf("view %s: %q describes no column", name, line)
		}
		v.Columns = append(v.Columns, Column{Name: column, Doc: meaning})
	}
	return v, nil
}

// unwrap joins the lines of each paragraph.
func unwrap(paragraphs []string) string {
	joined := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		joined[i] = strings.Join(strings.Fields(p), " ")
	}
	return strings.Join(joined, "\n\n")
}
