package sheet_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"stet/claims"
	"stet/claims/export"
	"stet/claims/sheet"
)

// tables are the ways in which export writes claims.
var tables = []struct {
	name   string
	format string
	write  export.Options
	read   sheet.Options
}{
	{"csv", "csv", export.Options{}, sheet.Options{}},
	{"csv, raw, with a mark", "csv", export.Options{Raw: true, BOM: true}, sheet.Options{Raw: true}},
	{"csv, a row a claim", "csv", export.Options{Rows: export.ClaimRows}, sheet.Options{}},
	{"tsv", "tsv", export.Options{}, sheet.Options{Tabs: true}},
	{"tsv, told by its header", "tsv", export.Options{BOM: true}, sheet.Options{}},
}

// exported writes records as one of the tables.
func exported(t testing.TB, format string, o export.Options, records ...export.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, f := range export.Formats {
		if f.Name != format {
			continue
		}
		w := f.New(&b, o)
		for _, r := range records {
			if err := w.Write(r); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// readAll reads a sheet to its end.
func readAll(b []byte, o sheet.Options) (rows []*sheet.Row, bad []*sheet.RowError, err error) {
	r, err := sheet.NewReader(bytes.NewReader(b), o)
	if err != nil {
		return nil, nil, err
	}
	for {
		row, err := r.Read()
		var e *sheet.RowError
		switch {
		case errors.Is(err, io.EOF):
			return rows, bad, nil
		case errors.As(err, &e):
			bad = append(bad, e)
		case err != nil:
			return rows, bad, err
		default:
			rows = append(rows, row)
		}
	}
}

// TestEveryColumnIsKnown fails where export gains a column that import does not
// know: it needs a row in Fields, even one that is passed over.
func TestEveryColumnIsKnown(t *testing.T) {
	known := map[string]bool{}
	for _, f := range sheet.Fields {
		known[f.Name] = true
		if !f.PassedOver() && f.Meaning == "" {
			t.Errorf("field %s has no meaning", f.Name)
		}
	}
	seen := 0
	for _, table := range tables {
		o := table.write
		o.BOM = false
		header := strings.TrimRight(string(exported(t, table.format, o)), "\r\n")
		for _, name := range strings.FieldsFunc(header, func(r rune) bool { return r == ',' || r == '\t' }) {
			seen++
			if !known[name] {
				t.Errorf("%s: column %q is no field", table.name, name)
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d columns were seen", seen)
	}
}

// TestExportIsRead reads the versions that export writes.
func TestExportIsRead(t *testing.T) {
	for _, table := range tables {
		b := exported(t, table.format, table.write, export.Record{Article: "a", Code: "C-0001", Text: "Words.", Verdict: "open"})
		rows, bad, err := readAll(b, table.read)
		if err != nil || len(bad) > 0 || len(rows) != 1 {
			t.Errorf("%s: %d rows, bad %v, error %v", table.name, len(rows), bad, err)
		}
	}
}

func TestCells(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string // the texts, or what is said of a bad row
	}{
		{"LF", "text,article\na,x\nb,x\n", []string{"a", "b"}},
		{"CRLF", "text,article\r\na,x\r\nb,x\r\n", []string{"a", "b"}},
		{"no end", "text,article\na,x\nb,x", []string{"a", "b"}},
		{"line ends kept", "text,article\r\n\"a\r\nb\nc\rd\",x\r\n", []string{"a\r\nb\nc\rd"}},
		{"marks", "text,article\n\"\"\"a\"\", b\",x\n", []string{`"a", b`}},
		{"empty rows", "text,article\n\n,\na,x\n\r\n", []string{"a"}},
		{"row and line", "text,article\n\"a\n\n\",x\n\n,x\n", []string{"a\n\n", "row 4 (line 6): its text has no words"}},
		{"white space is kept", "text,article\n a ,x\n", []string{" a "}},
		{"mark in a bare cell", "text,article\na\"b,x\nc,x\n", []string{"row 2: cell 1 holds a quotation mark", "c"}},
		{"words behind a mark", "text,article\n\"a\"b,x\nc,x\n", []string{"row 2: cell 1 goes on", "c"}},
		{"no closing mark", "text,article\na,x\n\"b,x\nc,x\n", []string{"a", "row 3: cell 1 begins"}},
		{"too few", "text,article\na\nb,x\n", []string{"row 2: it has 1 cells", "b"}},
		{"too many", "text,article\na,x,\nb,x\n", []string{"row 2: it has 3 cells", "b"}},
		{"NUL", "text,article\na\x00,x\n", []string{"row 2: text holds a NUL character (byte 2)"}},
		{"bytes", "text,article\nab\xff,x\n", []string{"row 2: text is not valid UTF-8 (byte 3)"}},
		{"bytes in what is left out", "text,article,page\nab,x,\xff\n", []string{"ab"}},
		{"invisible", "text,article\n\u200b\u00ad ,x\n", []string{"row 2: its text has no words"}},
		{"guard", "text,article\n'=a,x\n''=a,x\n'a,x\n'＋,x\n", []string{"=a", "'=a", "'a", "＋"}},
		{"several", "text,article,label,grade\n,x,mine,best\n", []string{"row 2: unknown label \"mine\""}},
		{"semicolons", "text;article\na,b;x\n", []string{"a,b"}},
		{"tabs with marks", "text\tarticle\n\"a\tb\"\tx\n", []string{"a\tb"}},
		{"our tabs", "format\tarticle\ttext\nstet-claims/3\tx\t\"a\\tb\\n\\r\\\\\n", []string{"\"a\tb\n\r\\"}},
		{"our tabs, bad", "format\tarticle\ttext\nstet-claims/3\tx\ta\\q\nstet-claims/3\tx\ta\\\n", []string{"row 2: cell 3 holds a backslash", "row 3: cell 3 holds a backslash"}},
		{"an added row", "format,article,text\nstet-claims/3,x,a\n,x,b\n", []string{"a", "b"}},
		{"older", "format,article,text\nstet-claims/1,x,a\nstet-claims/3,x,b\n", []string{"a", "row 3: its format is"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := sheet.NewReader(strings.NewReader(tt.in), sheet.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for {
				row, err := r.Read()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					got = append(got, err.Error())
					continue
				}
				got = append(got, row.Claim.Text)
			}
			if len(got) != len(tt.want) {
				t.Fatalf("got %q, want %q", got, tt.want)
			}
			for i := range got {
				if !strings.HasPrefix(got[i], tt.want[i]) {
					t.Errorf("row %d: got %q, want %q", i+2, got[i], tt.want[i])
				}
			}
		})
	}
}

// TestNoSheet refuses files of other kinds in a sentence.
func TestNoSheet(t *testing.T) {
	for in, want := range map[string]string{
		"":                    "it is empty",
		"\xff\xfet\x00":       "UTF-16",
		"PK\x03\x04":          "workbook",
		"text,article,\xff\n": "column 3 is not valid UTF-8",
		"text,text,article\n": "are both text",
		"article\n":           "no column holds the text",
		"text,article\n\"" + strings.Repeat("a", 17<<20): "row 2 is larger than 16 MB",
	} {
		_, _, err := readAll([]byte(in), sheet.Options{})
		var input *claims.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: error %v, want one that says %q", in, err, want)
		}
	}
}

func ExampleReader() {
	r, err := sheet.NewReader(strings.NewReader("Statement,Link\nThe bridge opened.,https://example.com\n"), sheet.Options{
		Article: "bridge", Map: map[string]string{"Statement": "text", "Link": "address"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	row, err := r.Read()
	fmt.Println(row, row.Claim.Text, row.Source.Address, err)
	// Output: row 2 The bridge opened. https://example.com <nil>
}
