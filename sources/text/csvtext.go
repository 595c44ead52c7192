package text

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"stet/sources"
)

const (
	csvType = "text/csv"
	tsvType = "text/tab-separated-values"
)

// readCSV reads a table as RFC 4180 has it, with the separators that programs
// use in its place: each row on a line, tabs between its cells, each a block.
func readCSV(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	file, err := decodeSource(b, o)
	if err != nil {
		return nil, err
	}
	comma, at := separator(file)
	r := csv.NewReader(strings.NewReader(file[at:]))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	w := newBody()
	starts := newLines(file[at:])
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the table is damaged: %w", err)
		}
		for i, cell := range row {
			if i > 0 && trimmed(cell) != "" {
				w.separate("\t")
			}
			line, column := r.FieldPos(i)
			w.cell(cell, at+cellStart(file[at:], starts[line-1]+column-1))
		}
		w.separate("\n")
	}
	if !o.Whole {
		file = ""
	}
	return w.finish(file), nil
}

// cellStart returns where the words begin of a cell that begins at the byte at.
func cellStart(file string, at int) int {
	if strings.HasPrefix(file[at:], `"`) {
		at++
	}
	return at
}

// maxCells bounds how many cells are blocks of their own: what follows is one.
const maxCells = 1 << 20

// cell writes a cell, which stands in the file at byte offset at, or nowhere.
func (w *body) cell(words string, at int) {
	if trimmed(words) == "" {
		return
	}
	start := w.len()
	w.add(words, at)
	if n := len(w.text.Blocks); n >= maxCells {
		w.text.Blocks[n-1].End = trimmedEnd(w.words.String(), start, w.len())
		return
	}
	w.block(sources.TableCell, 0, start)
}

// separatorLines is how many lines the separator is looked for in, of at most
// separatorWindow bytes together.
const (
	separatorLines  = 40
	separatorWindow = 64 << 10
)

// separator returns what stands between the cells, and where the first row
// begins: what a first line "sep=;" says, as Excel writes it, or what stands
// outside of quotation marks in as many lines as possible equally often.
func separator(file string) (comma rune, at int) {
	first, _, _ := strings.Cut(file, "\n")
	if said, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && len(said) == 1 && strings.Contains(",;\t|", said) {
		return rune(said[0]), min(len(first)+1, len(file))
	}
	best, comma := 0, ','
	for _, c := range ",;\t|" {
		if n := regularity(file, c); n > best {
			best, comma = n, c
		}
	}
	return comma, 0
}

// regularity returns in how many of the first lines the byte c stands as often
// as in the first, weighed by how often that is.
func regularity(file string, c rune) int {
	lines, want, n, quoted, equal := 0, 0, 0, false, 0
	for i := 0; i < min(len(file), separatorWindow) && lines < separatorLines; i++ {
		switch b := file[i]; {
		case b == '"':
			quoted = !quoted
		case quoted:
		case rune(b) == c:
			n++
		case b == '\n':
			if lines == 0 {
				want = n
			}
			if n == want {
				equal++
			}
			lines, n = lines+1, 0
		}
	}
	if lines == 0 {
		return n
	}
	return equal * min(want, 100) * separatorLines / lines
}
