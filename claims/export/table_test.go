package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
)

// exported returns the article as one format writes it.
func exported(t *testing.T, make func(*bytes.Buffer) Writer) string {
	t.Helper()
	var b bytes.Buffer
	if err := writeAll(make(&b)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRowsOfClaims(t *testing.T) {
	got := exported(t, func(b *bytes.Buffer) Writer { return newCSV(b, Options{Rows: ClaimRows}) })
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 {
		t.Fatalf("%d rows, want a header and one for each of three claims", len(rows))
	}
	last := len(rows[0]) - 1
	if rows[0][last] != "citations" || rows[1][last] != "2" || rows[2][last] != "" {
		t.Errorf("citations are counted as %q, %q under %q", rows[1][last], rows[2][last], rows[0][last])
	}
	if rows[1][0] != ClaimRowsVersion {
		t.Errorf("the columns call themselves %q", rows[1][0])
	}
}

func TestByteOrderMark(t *testing.T) {
	for _, rows := range AllRows {
		plain := exported(t, func(b *bytes.Buffer) Writer { return newCSV(b, Options{Rows: rows}) })
		marked := exported(t, func(b *bytes.Buffer) Writer { return newCSV(b, Options{Rows: rows, BOM: true}) })
		if marked != "\xef\xbb\xbf"+plain {
			t.Errorf("%s: with the mark the table is %.60q", rows, marked)
		}
	}
}

func TestTSVKeepsARowALine(t *testing.T) {
	for cell, want := range map[string]string{"a\tb": `a\tb`, `c\n`: `c\\n`, "d\r\ne": `d\r\ne`, "": ""} {
		if got := string(appendEscaped(nil, cell)); got != want {
			t.Errorf("%q is written %q, want %q", cell, got, want)
		}
	}
}

// FuzzCSVCell: cells are quoted as the standard library does it.
func FuzzCSVCell(f *testing.F) {
	for _, seed := range []string{"", "a", `a"b`, "a,b", "a\r\nb", " a", "\u00a0a", `\.`, `""`, "\xff", "a\x00b", "\u3000", "a "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		if err := w.Write([]string{"x", cell}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if got := "x," + string(appendCSV(nil, cell)) + "\n"; got != want.String() {
			t.Errorf("%q is written %q, want %q", cell, got, want.String())
		}
	})
}

func TestUnknownRows(t *testing.T) {
	if _, err := ParseRows("sources"); err == nil || !strings.Contains(err.Error(), "pairs, claims") {
		t.Errorf("error %v, want one that lists what there is", err)
	}
}
