package text

import (
	"fmt"
	"strings"
	"testing"

	"stet/sources"
)

func TestCSV(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"a.csv", "\ufeffYear,Stake\r\n2025,\"12,345\"\r\n2026,\"a \"\"b\"\"\nc\"\r\n", "Year\tStake\n2025\t12,345\n2026\ta \"b\"\nc"},
		{"a.csv", "Year;Stake\n2025;1,5\n2026;2,5\n", "Year\tStake\n2025\t1,5\n2026\t2,5"},
		{"a.csv", "sep=;\na;b\n", "a\tb"},
		{"a.csv", "Name|Note\nIda|one, two, three\nPer|four", "Name\tNote\nIda\tone, two, three\nPer\tfour"},
		{"a.tsv", "Year\tStake\n2025\t1,200\n", "Year\tStake\n2025\t1,200"},
		{"a.csv", "a,,b\n,\n\nc\n", "a\tb\nc"},
		{"a.csv", "one\ntwo, and three\n", "one\ntwo\t and three"},
		{"a.csv", "he said \"no\", so\n\"never closed,x\n", "he said \"no\"\t so\nnever closed,x\n"},
		{"a.csv", "caf\xe9,1\ntwo,2\n", "café\t1\ntwo\t2"},
	}
	for _, tt := range tests {
		got := mustRead(t, []byte(tt.file), Options{Name: tt.name})
		checkText(t, got)
		if got.Body != tt.want {
			t.Errorf("%q: %q, want %q", tt.file, got.Body, tt.want)
		}
		for _, b := range got.Blocks {
			if b.Kind != sources.TableCell {
				t.Errorf("%q: block %+v", tt.file, b)
			}
		}
	}
}

func TestCSVPositions(t *testing.T) {
	got := mustRead(t, []byte("Année,\"Stake\"\n2025,\"12,3\"\n"), Options{Name: "a.csv", Whole: true})
	for word, want := range map[string]sources.Position{"Année": {Line: 1, Column: 1}, "Stake": {Line: 1, Column: 8}, "12,3": {Line: 2, Column: 7}} {
		if p := got.Position(strings.Index(got.Body, word)); p != want {
			t.Errorf("%s stands at %+v, want %+v", word, p, want)
		}
	}
}

// TestCSVOfManyCells shows that the blocks of a table are bounded, and its words
// are not.
func TestCSVOfManyCells(t *testing.T) {
	got := mustRead(t, []byte(strings.Repeat("a,b\n", maxCells/2+10)+"last,cell\n"), Options{Name: "a.csv"})
	last := got.Blocks[len(got.Blocks)-1]
	if len(got.Blocks) != maxCells || !strings.HasSuffix(got.Body[last.Start:last.End], "last\tcell") {
		t.Errorf("%d blocks, the last %+v of %d", len(got.Blocks), last, len(got.Body))
	}
}

func TestTSVKeepsItsType(t *testing.T) {
	for name, want := range map[string]string{"a.csv": csvType, "a.tsv": tsvType, "a.tab": tsvType} {
		if got := mustRead(t, []byte("a\tb"), Options{Name: name}); got.MediaType != want || GuessKind(got, name) != sources.Dataset {
			t.Errorf("%s is %s", name, got.MediaType)
		}
	}
}

func FuzzCSV(f *testing.F) {
	seed(f, nil, "a,b\n\"c\"\"d\",\n", "sep=;", "sep=\t\na\tb", "\"a\nb\"|c\r\n\xff;\xe9", fmt.Sprint("é,\"ü\"\n\n\"", strings.Repeat("x;", 50)))
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, csvType) })
}
