package sheet_test

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/claims/export"
	"stet/claims/sheet"
)

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
