package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"stet/claims"
)

// column is one column of a sheet; field is nil where it is left out.
type column struct {
	name  string
	field *Field
}

// The marks with which files of other kinds begin.
var (
	byteOrderMark = []byte("\xef\xbb\xbf")
	utf16Marks    = [][]byte{{0xff, 0xfe}, {0xfe, 0xff}}
	zipMark       = []byte("PK\x03\x04") // a workbook's
)

// Looks reports whether a file that begins so is a sheet that stet exported,
// whatever it is called.
func Looks(beginning []byte) bool {
	beginning = bytes.TrimPrefix(beginning, byteOrderMark)
	for _, separator := range separators {
		rows := beginning
		if problem, after, ok := bytes.Cut(beginning, []byte{separator}); ok && bytes.Contains(problem, []byte("problem")) {
			rows = after // what --skip-bad wrote
		}
		if bytes.HasPrefix(rows, fmt.Appendf(nil, "format%carticle%c", separator, separator)) {
			return true
		}
	}
	return false
}

// separators are what may stand between cells, the usual one first: programs
// write semicolons where the comma is for decimals.
var separators = []byte{',', ';', '\t'}

// readHeader returns a reader of the rows that follow, and the columns' names.
func readHeader(r io.Reader, o Options) (cellReader, []string, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	beginning, err := in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	switch {
	case slices.ContainsFunc(utf16Marks, func(m []byte) bool { return bytes.HasPrefix(beginning, m) }):
		return nil, nil, claims.Invalidf("it is UTF-16: save it as CSV UTF-8")
	case bytes.HasPrefix(beginning, zipMark):
		return nil, nil, claims.Invalidf("it is a workbook: save the sheet of claims as CSV UTF-8")
	case bytes.HasPrefix(beginning, byteOrderMark):
		in.Discard(len(byteOrderMark))
		beginning = beginning[len(byteOrderMark):]
	}
	cells := dialect(in, beginning, o)
	header, _, err := cells.next()
	var bad *RowError
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil, claims.Invalidf("it is empty: it needs a header that names its columns")
	case errors.As(err, &bad):
		return nil, nil, claims.Invalidf("header: %s", bad.problem())
	case err != nil:
		return nil, nil, err
	}
	names := make([]string, len(header))
	for i, cell := range header {
		if err := checkBytes(cell); err != nil {
			return nil, nil, claims.Invalidf("header: column %d %w", i+1, err)
		}
		names[i] = string(cell)
	}
	return cells, names, nil
}

// dialect returns the reader for the way in which a sheet is written. What stet
// exports as TSV has escapes; what others write with tabs has quotation marks.
func dialect(in *bufio.Reader, beginning []byte, o Options) cellReader {
	first, _, _ := bytes.Cut(beginning, []byte{'\n'})
	separator := SeparatorOf(first)
	if o.Tabs {
		separator = '\t'
	}
	if separator == '\t' && Looks(beginning) {
		return &escapedReader{lines: lines{in: in}}
	}
	return &quotedReader{lines: lines{in: in}, separator: separator}
}

// mapped returns the columns with the fields that they hold. The error lists
// everything that is wrong with the header.
func mapped(names []string, o Options) ([]column, error) {
	var problems []string
	columns := make([]column, len(names))
	holder := map[*Field]string{}
	for i, name := range names {
		field, problem := fieldOf(name, o.Map)
		if problem == "" && field != nil && field.set != nil {
			if other, twice := holder[field]; twice {
				problem = fmt.Sprintf("%q and %q are both %s", other, name, field.Name)
			}
			holder[field] = name
		}
		if problem != "" {
			problems = append(problems, problem)
		}
		columns[i] = column{name: name, field: field}
	}
	for _, name := range slices.Sorted(maps.Keys(o.Map)) {
		if !slices.Contains(names, name) {
			problems = append(problems, fmt.Sprintf("there is no column %q to be mapped", name))
		}
	}
	problems = append(problems, missing(holder, o)...)
	if len(problems) > 0 {
		return nil, &claims.InputError{
			Err:  fmt.Errorf("header: %s", strings.Join(problems, "; ")),
			Hint: fmt.Sprintf("--map COLUMN=FIELD says what a column holds, --map COLUMN= leaves it out; the fields are %s", strings.Join(fieldNames(), ", ")),
		}
	}
	return columns, nil
}

// missing says which columns a sheet can't do without.
func missing(holder map[*Field]string, o Options) []string {
	var problems []string
	held := func(name string) bool { return holder[fieldNamed(name)] != "" }
	if !held("text") {
		problems = append(problems, "no column holds the text of the claims")
	}
	if !held("article") && o.Article == "" {
		problems = append(problems, "no column says which article the claims are of: name it with --article")
	}
	return problems
}

// fieldOf returns the field that a column holds: what it is mapped to, or else
// the one of its name. It is nil where the column is left out.
func fieldOf(column string, mapping map[string]string) (field *Field, problem string) {
	name, isMapped := mapping[column]
	switch {
	case isMapped && name == "":
		return nil, ""
	case !isMapped:
		name = column
	}
	if field = fieldNamed(name); field != nil {
		return field, ""
	}
	if isMapped {
		return nil, fmt.Sprintf("there is no field %q for the column %q", name, column)
	}
	return nil, fmt.Sprintf("unknown column %q", column)
}
