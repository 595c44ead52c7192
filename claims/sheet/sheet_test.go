package sheet_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// oddRecord has odd strings in each cell that may hold any.
func oddRecord(odd string) export.Record {
	return export.Record{
		Article: "a", Code: "C-0012", Text: odd, Label: claims.Reported, Speaker: odd, Place: claims.InBody, Priority: claims.High,
		Verdict: "change", To: odd, Note: odd, Checker: odd, SignedAt: "2026-03-02T09:30:00Z",
		Citations: []export.Citation{{
			Source: "S-0003", SourceName: odd, Title: odd, Publisher: odd, Stance: claims.Supports, Quote: odd, Locator: "pp. 3-4, ¶ 42, at 12:40", Note: odd,
		}},
	}
}

// FuzzCellsComeBack writes a string into every cell that may hold any and reads
// it back, byte for byte, or is told why not.
func FuzzCellsComeBack(f *testing.F) {
	for _, seed := range []string{"words", "=1+1", "''=x", "'", "a\r\nb", "\r", "\t", "\\t", `"`, `a"b`, "\x00", "\xff", "\u200b", "＝", "'\ufffd", "\ufeff", ",", ";", "-", "\\", "a\\", "\n", " "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, odd string) {
		for _, table := range tables {
			rows, bad, err := readAll(exported(t, table.format, table.write, oddRecord(odd)), table.read)
			if err != nil {
				t.Fatalf("%s: %v", table.name, err)
			}
			if len(rows)+len(bad) != 1 {
				t.Fatalf("%s: %d rows and %d bad ones", table.name, len(rows), len(bad))
			}
			if len(bad) > 0 {
				if isFit(odd) {
					t.Fatalf("%s: %q: %v", table.name, odd, bad[0])
				}
				continue
			}
			row := rows[0]
			got := []string{row.Claim.Text, row.Claim.Speaker(), row.SignOff.To, row.SignOff.Note, row.SignOff.By}
			if row.Cites {
				held := row.Source.Held
				if odd == "S-0003" {
					held = odd // its number is no name
				}
				got = append(got, held, row.Source.Title, row.Source.Publisher, row.Citation.Quote, row.Citation.Note)
			}
			for i, cell := range got {
				if cell != odd {
					t.Errorf("%s: cell %d is %q, want %q", table.name, i, cell, odd)
				}
			}
		}
	})
}

// isFit reports whether a string may be a claim's text and a person's name.
func isFit(s string) bool {
	return strings.ToValidUTF8(s, "") == s && !strings.Contains(s, "\x00") && claims.FoldWords(s) != "" && strings.TrimSpace(s) != ""
}

// FuzzRead reads any bytes: it never panics, tells every row or says why not,
// and what it read it reads the same again from what export makes of it.
func FuzzRead(f *testing.F) {
	for _, table := range tables {
		f.Add(exported(f, table.format, table.write, oddRecord("=1+\r\n\"1\""), export.Record{Article: "a", Code: "C-0002", Text: "x", Verdict: "open", Void: "words changed", Checker: "K", SignedAt: "2026-03-02T09:30:00Z"}))
	}
	for _, seed := range []string{"text,article\n\"a\"b,x\n\"\n", "a\n", "\"\n", "text\tarticle\n\\\t\n", "format,article,text,source,kind,rating\nstet-claims/3,a,b,S-1,memo,2/5 x\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, bad, err := readAll(b, sheet.Options{Article: "other"})
		var input *claims.InputError
		if err != nil && !errors.As(err, &input) {
			t.Fatalf("error %v is of no input", err)
		}
		last := 1
		for _, e := range bad {
			if e.Row <= last || len(e.Problems) == 0 {
				t.Fatalf("bad row %d after row %d: %q", e.Row, last, e.Problems)
			}
			last = e.Row
		}
		for _, row := range rows {
			again, bad, err := readAll(exported(t, "csv", export.Options{}, recordOf(row)), sheet.Options{})
			if err != nil || len(bad) > 0 || len(again) != 1 {
				t.Fatalf("%+v is not read again: %v, %v", row, bad, err)
			}
			again[0].Place = row.Place
			if diff := cmp.Diff(row, again[0]); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// recordOf is what export would write of a row, were it in the ledger.
func recordOf(row *sheet.Row) export.Record {
	c, s := row.Claim, row.SignOff
	r := export.Record{
		Article: row.Article, Text: c.Text, Label: c.Label, Speaker: c.Speaker(), Place: c.Place, Priority: c.Priority, Cut: c.Cut, Verdict: "open",
		Review: export.Review{Claimant: c.Review.Claimant, ClaimantURL: c.Review.ClaimantURL, URL: c.Review.URL, Rating: c.Review.Rating.String()},
	}
	if c.Number > 0 {
		r.Code = c.Code()
	}
	if row.Signed {
		r.Void, r.To, r.Note, r.Checker, r.SignedAt = s.Lapsed, s.To, s.Note, s.By, s.At.Format("2006-01-02T15:04:05Z")
		if s.Lapsed == "" {
			r.Verdict = s.Verdict.String()
		}
	}
	if row.Cites {
		t := export.Citation{
			SourceName: row.Source.Name(), Address: row.Source.Address, Kind: row.Source.Kind, Title: row.Source.Title, Publisher: row.Source.Publisher,
			Stance: row.Citation.Stance, Grade: row.Citation.Grade, Quote: row.Citation.Quote, Locator: row.Citation.Locator.String(), Note: row.Citation.Note,
		}
		if row.Code > 0 {
			t.Source = row.Source.Code()
		}
		if row.Source.Number == 0 && t.SourceName == row.Source.Code() {
			t.SourceName = ""
		}
		r.Citations = []export.Citation{t}
	}
	return r
}

// FuzzAgreesWithTheLibrary compares the cells with what encoding/csv reads,
// which alters the line ends CRLF within cells, and takes a mark at the end of
// a line in a quoted cell otherwise.
func FuzzAgreesWithTheLibrary(f *testing.F) {
	for _, seed := range []string{"a,b\n", "\"a\n\"\"b\",c\n", "a\"b,c\n", "\"a\"b,c\n", "\"a", ",\n,", "\n\na\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if strings.Contains(body, "\r") || !isFit(body) {
			return
		}
		const header = "text,article\n"
		theirs := csv.NewReader(strings.NewReader(header + body))
		theirs.FieldsPerRecord = 2
		records, theirError := theirs.ReadAll()
		rows, bad, err := readAll([]byte(header+body), sheet.Options{Raw: true, Article: "x"})
		if err != nil {
			t.Fatal(err)
		}
		if theirError != nil || len(bad) > 0 {
			return // they stop at the first bad row, and know no fields
		}
		var got, want []string
		for _, row := range rows {
			got = append(got, row.Claim.Text)
		}
		for _, record := range records[1:] {
			if record[0] != "" || record[1] != "" {
				want = append(want, record[0])
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
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
