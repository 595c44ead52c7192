package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stet/sources/corpus"
)

// lookalikes are texts that a spreadsheet takes for something else, or that
// get lost between formats.
var lookalikes = []string{
	"1E5", "001", "1,5", "1.500,00", "2026-03-02", "3/2", "TRUE", "#N/A", "12:40", "10%", "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "'tis", "''",
	"C-0012", "=HYPERLINK(\"https://example.com/\",\"x\")", "=cmd|' /C calc'!A0", "\t=1", " two  spaces ", "\"quoted\"", "a\"b", "a,b;c\td", "a\nb", "\na\n",
	"a\r\nb", "a\rb", "\x01", "a\x1bb\x7f", "_x0041_", "_x000D_", "<b>&amp;</b>", "\u202eabc", "\ufeffx", "e\u0301", "🚢", "x\u200by", "\u00a0", "\u2028",
}

// adversarial returns the naughty strings and formula payloads of the shared
// data.
func adversarial(t *testing.T) []string {
	t.Helper()
	folder := corpus.Path(t, "adversarial")
	b, err := os.ReadFile(filepath.Join(folder, "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var naughty []string
	if err := json.Unmarshal(b, &naughty); err != nil {
		t.Fatal(err)
	}
	payloads, err := os.ReadFile(filepath.Join(folder, "csv-injection", "csv-payload.txt"))
	if err != nil {
		t.Fatal(err)
	}
	all := append(naughty, strings.Split(strings.TrimSpace(string(payloads)), "\n")...)
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// office converts a file with LibreOffice and returns those that it makes of
// it.
func office(t *testing.T, file, filterIn, filterOut string) []string {
	t.Helper()
	program, err := exec.LookPath("localc")
	if err != nil {
		t.Skip("LibreOffice Calc is not installed")
	}
	out, home := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + home, "--headless", "--convert-to", filterOut, "--outdir", out}
	if filterIn != "" {
		args = append(args, "--infilter="+filterIn)
	}
	if said, err := exec.Command(program, append(args, file)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	made, err := filepath.Glob(filepath.Join(out, "*"))
	if err != nil || len(made) == 0 {
		t.Fatalf("LibreOffice made nothing of %s: %v", file, err)
	}
	slices.Sort(made)
	return made
}

// Filter options of LibreOffice's CSV: commas, double quotes, UTF-8 (76), from
// the first line; on the way in every column as text, on the way out cells as
// they are shown, texts quoted, every sheet.
const (
	officeWritesCSV = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1`
	officeReadsCSV  = `Text - txt - csv (StarCalc):44,34,76,1,`
)

// asText returns the filter options that read so many columns as text.
func asText(columns int) string {
	types := make([]string, columns)
	for i := range types {
		types[i] = strconv.Itoa(i+1) + "/2"
	}
	return officeReadsCSV + strings.Join(types, "/")
}

// TestLibreOfficeReadsBack has LibreOffice open the CSV and the workbook of odd
// texts and write them as CSV again: every cell is as it was. Line ends within a
// cell come back as line feeds.
func TestLibreOfficeReadsBack(t *testing.T) {
	t.Run("lookalikes", func(t *testing.T) { readBackThroughOffice(t, lookalikes) })
	t.Run("adversarial", func(t *testing.T) { readBackThroughOffice(t, adversarial(t)) })
}

func readBackThroughOffice(t *testing.T, texts []string) {
	records := oddRecords(texts)
	for _, test := range []struct {
		format, filter string
		sheets         [][]column // in the order of their names
	}{
		{"csv", asText(len(pairColumns())), [][]column{pairColumns()}},
		{"xlsx", "", [][]column{citationSheet(), claimSheet()}},
	} {
		t.Run(test.format, func(t *testing.T) {
			made := office(t, writeFile(t, test.format, records), test.filter, officeWritesCSV)
			if len(made) < len(test.sheets) {
				t.Fatalf("%q were made, want %d sheets at least", made, len(test.sheets))
			}
			for i, columns := range test.sheets {
				checkSheet(t, made[i], columns, records)
			}
		})
	}
}

// oddRecords returns a claim of each text, that cites it too.
func oddRecords(texts []string) []Record {
	all := make([]Record, len(texts))
	for i, s := range texts {
		all[i] = Record{
			Article: "odd", Claim: i + 1, Code: "C-0001", Text: s, Speaker: s, Line: i + 1, SignedAt: "2026-03-02T09:30:00Z",
			Citations: []Citation{{Source: "S-0001", Quote: s, Locator: "p. 3", Note: s}},
		}
	}
	return all
}

// writeFile exports records, unguarded, to a file.
func writeFile(t *testing.T, format string, records []Record) string {
	t.Helper()
	f := Formats[slices.IndexFunc(Formats, func(f Format) bool { return f.Name == format })]
	var b bytes.Buffer
	w := f.New(&b, Options{Raw: true})
	for _, r := range records {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "claims"+f.Extension)
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// checkSheet compares every cell of a CSV file with the records. A time is
// shown as the workbook's style has it.
func checkSheet(t *testing.T, file string, columns []column, records []Record) {
	t.Helper()
	document, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(document)).ReadAll()
	if err != nil || len(rows) != len(records)+1 {
		t.Fatalf("%s has %d rows, want %d: %v", filepath.Base(file), len(rows), len(records)+1, err)
	}
	ends := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	shown := strings.NewReplacer("T", " ", "Z", "")
	for i, r := range records {
		for j, c := range columns {
			want, got := ends.Replace(c.value(&r, &r.Citations[0])), ends.Replace(rows[i+1][j])
			if got != want && (c.as != timeCell || got != shown.Replace(want)) {
				t.Errorf("%s: the %s of row %d is %q, want %q", filepath.Base(file), c.name, i+2, got, want)
			}
		}
	}
}
