package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stet/claims"
)

// unpacked returns the sheets of a workbook, a row a line: how they are
// compressed is the library's business.
func unpacked(t *testing.T, document []byte) []byte {
	t.Helper()
	var all bytes.Buffer
	for n := 1; n <= 3; n++ {
		all.Write(bytes.ReplaceAll(part(t, document, fmt.Sprintf("xl/worksheets/sheet%d.xml", n)), []byte("<row "), []byte("\n<row ")))
		all.WriteByte('\n')
	}
	return all.Bytes()
}

func part(t *testing.T, document []byte, name string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sheetCells reads a sheet as a program that knows nothing of the writer: its
// texts and numbers by the heading of their column and their row.
func sheetCells(t *testing.T, document []byte, n int) map[string]string {
	t.Helper()
	var read struct {
		Rows []struct {
			Cells []struct {
				At   string `xml:"r,attr"`
				Type string `xml:"t,attr"`
				Text string `xml:"is>t"`
				V    string `xml:"v"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	if err := xml.Unmarshal(part(t, document, fmt.Sprintf("xl/worksheets/sheet%d.xml", n)), &read); err != nil {
		t.Fatal(err)
	}
	heads, cells := map[string]string{}, map[string]string{}
	for i, row := range read.Rows {
		for _, c := range row.Cells {
			letter := strings.TrimRight(c.At, "0123456789")
			if i == 0 {
				heads[letter] = c.Text
				continue
			}
			cells[fmt.Sprintf("%s%d", heads[letter], i+1)] = decodeXString(c.Text) + c.V
		}
	}
	return cells
}

// decodeXString undoes appendXString.
func decodeXString(s string) string {
	return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`).ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 32)
		return string(rune(n))
	})
}

func workbook(t *testing.T) []byte {
	return []byte(exported(t, func(b *bytes.Buffer) Writer { return newXLSX(b, Options{}) }))
}

func TestXLSXKeepsTextText(t *testing.T) {
	for text, want := range map[string]string{
		"1E5": "1E5", "=1+1": "=1+1", " two  spaces ": " two  spaces ", "a\r\nb": "a_x000D_\nb", "\x01": "_x0001_",
		"_x0041_": "_x005F_x0041_", "_x41_": "_x41_", "<&>": "&lt;&amp;&gt;", "\uffff": "_xFFFF_", "🚢": "🚢",
	} {
		if got := string(appendXString(nil, text)); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

func TestXLSXHasRealDates(t *testing.T) {
	cells := sheetCells(t, workbook(t), 1)
	// 2 March 2026, 9.30: what LibreOffice gives for DATE(2026;3;2)+TIME(9;30;0).
	if got := cells["signed_at2"]; !strings.HasPrefix(got, "46083.3958333") {
		t.Errorf("signed at %s", got)
	}
	if got := cells["claim3"]; got != "C-0012" {
		t.Errorf("claim %q", got)
	}
}

// TestXLSXListsASourceOnce has two claims cite one source.
func TestXLSXListsASourceOnce(t *testing.T) {
	var b bytes.Buffer
	w := newXLSX(&b, Options{})
	for n := range 2 {
		if err := w.Write(Record{Claim: n + 1, Citations: []Citation{{Source: "S-0001"}, {Source: "S-0002"}}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]int{1: 3, 2: 5, 3: 3} {
		if got := bytes.Count(part(t, b.Bytes(), fmt.Sprintf("xl/worksheets/sheet%d.xml", n)), []byte("<row ")); got != want {
			t.Errorf("sheet %d has %d rows, want %d", n, got, want)
		}
	}
}

// TestXLSXRefusesWhatItCannotHold: a spreadsheet would cut it off.
func TestXLSXRefusesWhatItCannotHold(t *testing.T) {
	var refused *claims.InputError
	long := Record{Article: "ferry", Claim: 7, Text: strings.Repeat("🚢", maxCellUnits/2+1)}
	err := newXLSX(io.Discard, Options{}).Write(long)
	if !errors.As(err, &refused) || !strings.Contains(err.Error(), "ferry#7: its text") {
		t.Errorf("a text too long: %v", err)
	}
	full, err := newSheet(io.Discard, "claims", claimSheet())
	if err != nil {
		t.Fatal(err)
	}
	full.rows = maxSheetRows
	if err := full.write(&Record{}, nil); !errors.As(err, &refused) {
		t.Errorf("a row too many: %v", err)
	}
}
