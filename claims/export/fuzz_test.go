package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"stet/claims"
)

// FuzzFormats wants the words back from each format as they were, whatever
// they are. encoding/csv reads CRLF within a cell as LF.
func FuzzFormats(f *testing.F) {
	f.Add("=cmd|' /C calc'!A0", "+1")
	f.Add("a\r\nb\rc\n", "\"q\"\"")
	f.Add("'=x", "''")
	f.Add("\r\n", "\n=x")
	f.Add("1. # *x* [y](z) <b>&amp; | ~~a~~", "    code\n\n> q\n===\n- l\n```")
	f.Add("\u202e\x00\x1b[0m", "＝1,\t;")
	f.Fuzz(func(t *testing.T, text, quote string) {
		// The texts of drafts and sources are valid UTF-8.
		text, quote = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(quote, "?")
		r := Record{Text: text, Review: Review{Claimant: "she", URL: "https://example.org/", Rating: "no", RatingName: "no"}, Citations: []Citation{{Address: "https://example.com/", Quote: quote, Selectors: selectors(claims.Selector{Exact: quote})}}}
		for _, format := range Formats {
			var b bytes.Buffer
			w := format.New(&b, Options{})
			if err := errors.Join(w.Write(r), w.Close()); err != nil {
				t.Fatal(err)
			}
			if format.Name == "markdown" {
				checkMarkdown(t, b.String(), text, quote)
				continue
			}
			if format.Name == "claimreview" {
				checkClaimReview(t, b.Bytes(), text)
				continue
			}
			gotText, gotQuote := readBack(t, format.Name, b.Bytes())
			lines := strings.NewReplacer()
			if format.Name == "csv" {
				lines = strings.NewReplacer("\r\n", "\n")
			}
			if gotText != lines.Replace(text) || gotQuote != lines.Replace(quote) {
				t.Errorf("%s: %q, %q became %q, %q", format.Name, text, quote, gotText, gotQuote)
			}
		}
	})
}

// readBack reads the first claim's text and quote from a document.
func readBack(t *testing.T, format string, document []byte) (text, quote string) {
	t.Helper()
	var whole struct{ Claims []Record }
	switch format {
	case "csv":
		rows, err := csv.NewReader(bytes.NewReader(document)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return unguardedCells(t, rows)
	case "tsv":
		return unguardedCells(t, readTSV(string(document)))
	case "xlsx":
		claims, cited := sheetCells(t, document, 1), sheetCells(t, document, 2)
		return claims["text2"], cited["quote2"]
	case "annotations":
		return annotated(t, document)
	case "json":
		if err := json.Unmarshal(document, &whole); err != nil {
			t.Fatal(err)
		}
	case "ndjson":
		whole.Claims = make([]Record, 1)
		if err := json.Unmarshal(document, &whole.Claims[0]); err != nil {
			t.Fatal(err)
		}
	default:
		t.Fatalf("nothing here reads %s", format)
	}
	return whole.Claims[0].Text, whole.Claims[0].Citations[0].Quote
}

// unguardedCells returns the text and the quote of a table of one claim.
func unguardedCells(t *testing.T, rows [][]string) (text, quote string) {
	t.Helper()
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	column := func(name string) string {
		cell := rows[1][slices.Index(rows[0], name)]
		if rest, guarded := strings.CutPrefix(cell, "'"); guarded && (&tableWriter{}).guard(rest) == cell {
			return rest
		}
		return cell
	}
	return column("text"), column("quote")
}

// readTSV reads a table whose cells are escaped by backslashes.
func readTSV(document string) [][]string {
	var rows [][]string
	unescape := strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r")
	for line := range strings.SplitSeq(strings.TrimSuffix(document, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		for i, cell := range cells {
			cells[i] = unescape.Replace(cell)
		}
		rows = append(rows, cells)
	}
	return rows
}
