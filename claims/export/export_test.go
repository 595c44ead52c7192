package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/sources"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The citations of ferry.
const (
	citedLog  = "019cade2-11c0-7000-8000-000000000001"
	citedCall = "019cade2-11c0-7000-8000-000000000002"
)

// ferry is an article with a claim of every sort.
func ferry() *claims.Dossier {
	at := time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)
	text := "“It sank,” the harbour master said.\nIt cost £3m."
	return &claims.Dossier{
		Article: claims.Article{Slug: "ferry"},
		Draft: claims.Draft{File: "ferry.md", Text: text, Segments: []sources.Segment{
			{Start: 0, Line: 3, Column: 1}, {Start: 40, Line: 5, Column: 1},
		}},
		Sources: map[string]claims.Evidence{
			"s1": {Source: sources.Source{ID: "s1", Number: 1, Address: "logs/log.txt", Kind: sources.OfficialRecord, Title: "Log, \"fair\" copy", Publisher: "Harbour"},
				Last: &sources.Capture{State: sources.Captured, At: at}, Snapshot: sources.DigestOf([]byte("log"))},
			"s2": {Source: sources.Source{ID: "s2", Number: 2, Held: "tel., Dana Scott, 3 May", Kind: sources.Call}},
		},
		Entries: []claims.Entry{
			{
				Claim: claims.Claim{ID: "a", Number: 1, Text: text[:39], Spans: []claims.Span{{Start: 0, End: 39}}, Label: claims.Reported,
					Place: claims.InBody, Priority: claims.High, Reasons: []string{"quotation"},
					Attributions: []claims.Attribution{{Speaker: claims.Phrase{Text: "the harbour master"}, Cue: claims.Phrase{Text: "said"}}}},
				Citations: []claims.Citation{
					{ID: citedLog, Source: "s1", Stance: claims.Offered, Quote: "It sank", Locator: claims.Locator{Page: "3"}, Origin: "footnote 1"},
					{ID: citedCall, Source: "s2", Stance: claims.Supports, Grade: claims.Primary, Note: "=HYPERLINK(\"x\")", Origin: "cite"},
				},
				Matches: map[string]claims.Match{citedLog: {Snapshot: "ab", Span: claims.Span{Start: 7, End: 14}, Class: claims.Typographic, Page: "3",
					Selector: claims.Selector{Exact: "it sank", Prefix: "At two ", Suffix: ", with all hands.", Start: 7, End: 14}}},
				Findings: []claims.Finding{{Check: "unread", Severity: claims.Info, Claim: "a", Citation: citedCall, Message: "held elsewhere"}},
				SignOff:  &claims.SignOff{Verdict: claims.Confirmed, By: "Kit Moss", At: at, Note: "two\nlines"},
				Queries: []claims.Query{
					{Number: 1, Question: "Which \"log\"?", To: "Nora Field", By: "Kit Moss", At: at, Answer: "The *port's*; p. 3.", AnsweredBy: "Nora Field", AnsweredAt: at},
					{Number: 2, Question: "At two\no'clock?", By: "Kit Moss", At: at},
				},
				Replies: []claims.Reply{
					{To: "=The port", Via: "phone", ContactedAt: at.AddDate(0, 0, -1), Deadline: at, Response: "No comment.", RespondedAt: at, Words: "It sank.", By: "Kit Moss", At: at},
					{To: "The crew", By: "Kit Moss", At: at},
				},
			},
			{
				Claim:   claims.Claim{ID: "b", Number: 12, Text: "+1 <b>& more", Place: claims.InHeadline, Priority: claims.Normal},
				SignOff: &claims.SignOff{Verdict: claims.ChangeTo, To: "@SUM", By: "Kit Moss", At: at, Void: "words changed"},
			},
			{Claim: claims.Claim{ID: "d", Number: 13, Text: "'=quoted", Prefix: "It was ", Cut: true}},
		},
	}
}

func TestFormats(t *testing.T) {
	for _, f := range Formats {
		t.Run(f.Name, func(t *testing.T) {
			var got bytes.Buffer
			if err := writeAll(f.New(&got, Options{PageOf: func(sources.Digest, int) int { return 5 }})); err != nil {
				t.Fatal(err)
			}
			if f.Name == "xlsx" {
				checkGolden(t, "ferry.xlsx.txt", unpacked(t, got.Bytes()))
				return
			}
			name := "ferry" + f.Extension
			if f.Name == "claimreview" {
				name = "reviewed.json"
			}
			checkGolden(t, name, got.Bytes())
		})
	}
}

func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("..", "..", "testdata", "golden", "export", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// writeAll writes the article whose claims the writer takes.
func writeAll(w Writer) error {
	d := ferry()
	if _, ok := w.(*claimReviewWriter); ok {
		d = reviewed()
	}
	for _, r := range Records(d) {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return w.Close()
}

// TestNothingToExport wants a whole document of no claims.
func TestNothingToExport(t *testing.T) {
	for _, f := range Formats {
		var got bytes.Buffer
		if err := f.New(&got, Options{}).Close(); err != nil {
			t.Fatal(err)
		}
		switch f.Name {
		case "csv":
			if strings.Count(got.String(), "\n") != 1 {
				t.Errorf("csv: %q, want a header alone", got.String())
			}
		case "json", "annotations", "claimreview":
			if !json.Valid(got.Bytes()) {
				t.Errorf("%s: %q", f.Name, got.String())
			}
		}
	}
}

// failing fails at its n-th write.
type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left--; f.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(b), nil
}

func TestEveryWriteErrorIsReported(t *testing.T) {
	for _, f := range Formats {
		const plenty = 1000
		whole := &failing{left: plenty}
		if err := writeAll(f.New(whole, Options{})); err != nil {
			t.Fatal(err)
		}
		writes := plenty - whole.left
		if writes == 0 {
			t.Fatalf("%s writes nothing", f.Name)
		}
		for n := range writes {
			if err := writeAll(f.New(&failing{left: n}, Options{})); err == nil {
				t.Errorf("%s: failing at write %d of %d is no error", f.Name, n+1, writes)
			}
		}
	}
}

func TestFormulasAreGuardedAndCanBeUndone(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM": "'@SUM", "\t=1": "'\t=1", "\r=1": "'\r=1", "＝1": "'＝1",
		"'=1": "''=1", "''=1": "'''=1", "'tis": "'tis", "1=1": "1=1", "": "", "“=1”": "“=1”",
	} {
		if got := (&tableWriter{}).guard(cell); got != want {
			t.Errorf("guard(%q) = %q, want %q", cell, got, want)
		}
		if got := (&tableWriter{raw: true}).guard(cell); got != cell {
			t.Errorf("raw guard(%q) = %q", cell, got)
		}
	}
}

// TestCSVReadsBack reads the CSV with another reader of the format's cells.
func TestCSVReadsBack(t *testing.T) {
	var b bytes.Buffer
	if err := writeAll(newCSV(&b, Options{Raw: true})); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 5 {
		t.Fatalf("%d rows, want a header and 4", len(rows))
	}
	if got := rows[1][14]; got != "two\nlines" {
		t.Errorf("a line end within a cell became %q", got)
	}
	if got := rows[3][3]; got != "+1 <b>& more" {
		t.Errorf("text %q", got)
	}
}

// BenchmarkFormats writes the article again and again; it reports time and
// memory a claim.
func BenchmarkFormats(b *testing.B) {
	records := Records(reviewed())
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			w := f.New(io.Discard, Options{})
			for b.Loop() {
				for _, r := range records {
					if err := w.Write(r); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
