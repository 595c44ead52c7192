package footnote_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/claims/footnote"
	"stet/sources"
)

type reference = footnote.Reference

func page(p string) claims.Locator { return claims.Locator{Page: p} }

// known is a ledger with three named sources.
func known(name string) bool {
	return name == "complaint" || name == "S-0007" || name == "annual report"
}

var tests = []struct {
	name string
	text string
	want []reference
}{
	{"nothing", "", nil},
	{"no word", " … — ;; “” ", nil},

	{"address alone", "https://www.larkfield.example/deal", []reference{{URL: "https://www.larkfield.example/deal"}}},
	{"sentence end", "https://a.example/x.", []reference{{URL: "https://a.example/x"}}},
	{"angle brackets", "<https://a.example/x>,", []reference{{URL: "https://a.example/x"}}},
	{"balanced parentheses", "https://a.example/wiki/Stake_(finance).", []reference{{URL: "https://a.example/wiki/Stake_(finance)"}}},
	{"in parentheses", "(https://a.example/b_(c)) p. iv", []reference{{URL: "https://a.example/b_(c)", Locator: page("iv")}}},
	{"semicolon inside", `https://a.example/x;y=1 "the words" p. 3`, []reference{{URL: "https://a.example/x;y=1", Quote: "the words", Locator: page("3")}}},
	{"semicolon at its end", "https://a.example/x; https://b.example/", []reference{{URL: "https://a.example/x"}, {URL: "https://b.example/"}}},
	{"semicolon between", "https://a.example/x;https://b.example/", []reference{{URL: "https://a.example/x"}, {URL: "https://b.example/"}}},
	{"no semicolon between", "https://a.example/x, https://b.example/", []reference{{URL: "https://a.example/x"}, {URL: "https://b.example/"}}},
	{"no scheme", "www.a.example/x", []reference{{URL: "https://www.a.example/x"}}},
	{"quoted without a space", "https://a.example/é—“q” page 3", []reference{{URL: "https://a.example/é", Quote: "q", Locator: page("3")}}},
	{"page in an address", "https://a.example/x.pdf#page=12", []reference{{URL: "https://a.example/x.pdf#page=12", Locator: page("12")}}},

	{"path", `sources/complaint.pdf "the words" p. 3`, []reference{{Path: "sources/complaint.pdf", Quote: "the words", Locator: page("3")}}},
	{"path with spaces", `sources/My Report.pdf "q"`, []reference{{Path: "sources/My Report.pdf", Quote: "q"}}},
	{"path in angle brackets", "<My Report.pdf> p. 3", []reference{{Path: "My Report.pdf", Locator: page("3")}}},
	{"file name", "memo.docx, p. 3", []reference{{Path: "memo.docx", Locator: page("3")}}},
	{"absolute path", `/srv/papers/a.pdf`, []reference{{Path: "/srv/papers/a.pdf"}}},
	{"Windows path", `papers\a.pdf`, []reference{{Path: `papers\a.pdf`}}},
	{"no ending", `sources/complaint "q"`, []reference{{Path: "sources/complaint", Quote: "q"}}},
	{"page in a path", "sources/c.pdf#page=3", []reference{{Path: "sources/c.pdf", Locator: page("3")}}},
	{"fragment of a path", "sources/c.html#s2", []reference{{Path: "sources/c.html", Note: "#s2"}}},
	{"a slash is no path", "his/her notes, 12 June", []reference{{Note: "his/her notes, 12 June"}}},

	{"alias", "complaint ¶ 42", []reference{{Name: "complaint", Locator: claims.Locator{Paragraph: "42"}}}},
	{"alias of two words", "annual report, p. 9", []reference{{Name: "annual report", Locator: page("9")}}},
	{"code", "see also S-0007 p. 9", []reference{{Name: "S-0007", Locator: page("9"), Note: "see also"}}},
	{"unknown code", "S-0009 p. 9", []reference{{Note: "S-0009 p. 9"}}},
	{"alias within words", "call with Dana Scott about the complaint, 3 May", []reference{{
		Held: "call with Dana Scott about the complaint, 3 May", Kind: sources.Call, Person: "Dana Scott", Date: "3 May"}}},

	{"any order", `a.pdf ¶ 4 at 12:40 "q" p. 3 my translation`, []reference{{
		Path: "a.pdf", Quote: "q", Locator: claims.Locator{Page: "3", Paragraph: "4", Time: "12:40"}, Note: "my translation"}}},
	{"locator first", "p. 3, a.pdf", []reference{{Path: "a.pdf", Locator: page("3")}}},
	{"range", "a.pdf pp. 3-4", []reference{{Path: "a.pdf", Locator: claims.Locator{Page: "3", PageEnd: "4"}}}},
	{"en dash", "a.pdf, pp. 123–24.", []reference{{Path: "a.pdf", Locator: claims.Locator{Page: "123", PageEnd: "124"}}}},
	{"list", "a.pdf pp. 3, 5 and 9", []reference{{Path: "a.pdf", Locator: claims.Locator{Page: "3", PageEnd: "9"}, Note: "pp. 3, 5 and 9"}}},
	{"paragraphs", "a.pdf ¶¶ 42-43", []reference{{Path: "a.pdf", Locator: claims.Locator{Paragraph: "42-43"}}}},
	{"para.", "a.pdf para. 42", []reference{{Path: "a.pdf", Locator: claims.Locator{Paragraph: "42"}}}},
	{"at page", "a.pdf at p. 3", []reference{{Path: "a.pdf", Locator: page("3")}}},
	{"newspaper page", "a.pdf p. A12", []reference{{Path: "a.pdf", Locator: page("A12")}}},
	{"page, then date", "a.pdf p. 3, 12 May", []reference{{Path: "a.pdf", Locator: page("3"), Note: "12 May"}}},
	{"hours", "a.mp3 at 1:02:03", []reference{{Path: "a.mp3", Locator: claims.Locator{Time: "1:02:03"}}}},
	{"time of day", "a.mp3 at 12:40 p.m.", []reference{{Path: "a.mp3", Note: "at 12:40 p.m."}}},
	{"no locator", "a.pdf p. three, page 3rd", []reference{{Path: "a.pdf", Note: "p. three, page 3rd"}}},

	{"curly", "a.pdf “the words”", []reference{{Path: "a.pdf", Quote: "the words"}}},
	{"single", "a.pdf ‘the companies’ stake’ p. 3", []reference{{Path: "a.pdf", Quote: "the companies’ stake", Locator: page("3")}}},
	{"straight single", "a.pdf 'the company's stake'", []reference{{Path: "a.pdf", Quote: "the company's stake"}}},
	{"nested", "a.pdf “he said ‘no’ to it”", []reference{{Path: "a.pdf", Quote: "he said ‘no’ to it"}}},
	{"nested alike", `a.pdf "he said "no" to it" p. 3`, []reference{{Path: "a.pdf", Quote: `he said "no" to it`, Locator: page("3")}}},
	{"mixed", `a.pdf "may “close” it" p. 3`, []reference{{Path: "a.pdf", Quote: "may “close” it", Locator: page("3")}}},
	{"semicolon in a quotation", `a.pdf "one; two"`, []reference{{Path: "a.pdf", Quote: "one; two"}}},
	{"American comma", `a.pdf "the words," p. 3`, []reference{{Path: "a.pdf", Quote: "the words", Locator: page("3")}}},
	{"never closed", `a.pdf "the words p. 3`, []reference{{Path: "a.pdf", Locator: page("3"), Note: `"the words`}}},
	{"apostrophe", "a.pdf the board's own", []reference{{Path: "a.pdf", Note: "the board's own"}}},

	{"title", `"Title of the report," https://a.example/r "the words" p. 3`, []reference{{
		URL: "https://a.example/r", Title: "Title of the report", Quote: "the words", Locator: page("3")}}},
	{"outlet and title", `Larkfield Post, "Headline", https://a.example/r`, []reference{{URL: "https://a.example/r", Title: "Headline", Note: "Larkfield Post"}}},
	{"headlined", `https://a.example/r, headlined "A Stake"`, []reference{{URL: "https://a.example/r", Title: "A Stake", Note: "headlined"}}},

	{"two quotations", `a.pdf "one" p. 1 "two" p. 2`, []reference{
		{Path: "a.pdf", Quote: "one", Locator: page("1")}, {Path: "a.pdf", Quote: "two", Locator: page("2")}}},
	{"two pages", "a.pdf p. 3, p. 9", []reference{{Path: "a.pdf", Locator: page("3")}, {Path: "a.pdf", Locator: page("9")}}},
	{"another after a semicolon", `a.pdf "one"; "two" p. 2`, []reference{{Path: "a.pdf", Quote: "one"}, {Path: "a.pdf", Quote: "two", Locator: page("2")}}},
	{"words after a semicolon", `a.pdf "one"; see also the “chart” there`, []reference{{Path: "a.pdf", Quote: "one", Note: "see also the “chart” there"}}},
	{"two sources", `a.pdf "one" p. 1; b.html “two”`, []reference{{Path: "a.pdf", Quote: "one", Locator: page("1")}, {Path: "b.html", Quote: "two"}}},
	{"ibid.", `a.pdf "one"; ibid. "two"; Id. at 4.`, []reference{{Path: "a.pdf", Quote: "one"}, {Path: "a.pdf", Quote: "two"}, {Path: "a.pdf", Locator: page("4")}}},
	{"ibid. of nothing", "Ibid., p. 3", []reference{{Note: "Ibid., p. 3"}}},

	{"remark", "see above", []reference{{Note: "see above"}}},
	{"shouted remark", "CK this", []reference{{Note: "CK this"}}},
	{"remark with a quotation", `is "may" right, p. 3?`, []reference{{Note: `is "may" right, p. 3?`}}},
	{"remark, then a source", "check; a.pdf", []reference{{Note: "check"}, {Path: "a.pdf"}}},
	{"two remarks", "check; ask her", []reference{{Note: "check; ask her"}}},
}

func TestParse(t *testing.T) {
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, footnote.Parse(tt.text, ledger)); diff != "" {
				t.Errorf("Parse(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// The drafts that come with stet are what its users copy from: each of their
// footnotes names a source, and what is told apart there stays so.
func TestParseBundledDrafts(t *testing.T) {
	drafts, err := filepath.Glob("../../testdata/drafts/*/*.md")
	if err != nil || len(drafts) < 3 {
		t.Fatalf("found %d drafts, %v", len(drafts), err)
	}
	definition := regexp.MustCompile(`^\[\^(\w+)\]: (.*)$`)
	var got strings.Builder
	for _, name := range drafts {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			note := definition.FindStringSubmatch(lines.Text())
			if note == nil {
				continue
			}
			for _, r := range footnote.Parse(note[2], footnote.Known{}) {
				if !r.HasSource() || r.Note != "" {
					t.Errorf("%s: footnote %s has %+v", name, note[1], r)
				}
				fmt.Fprintf(&got, "%s %s: %s%s | %s | %s\n", filepath.Base(name), note[1], r.Path, r.Held, r.Quote, r.Locator)
			}
		}
	}
	golden(t, "testdata/drafts.golden", got.String())
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// ownWords are the grammar's marks, which no field keeps.
var ownWords = map[string]bool{
	"p": true, "pp": true, "pg": true, "pgs": true, "page": true, "pages": true, "para": true, "paras": true,
	"paragraph": true, "paragraphs": true, "at": true, "on": true, "ibid": true, "id": true,
}

func FuzzParse(f *testing.F) {
	for _, tt := range tests {
		f.Add(tt.text)
	}
	for _, tt := range heldTests {
		f.Add(tt.text)
	}
	for _, tt := range docketTests {
		f.Add(tt.text)
	}
	f.Add("İbid. ſ K ‘’’ «a» <<b> \xff\"\xfe\" (((((c.pdf)))))) a.pdf#page= p. é3 at 1:2 pp. 3-, ¶")
	f.Fuzz(func(t *testing.T, text string) {
		references := footnote.Parse(text, ledger)
		var kept strings.Builder
		for _, r := range references {
			if n := named(r); n > 1 || n == 0 && (r.Note == "" || r.Quote != "" || !r.Locator.IsZero()) {
				t.Errorf("%q has a reference that names %d sources: %+v", text, n, r)
			}
			fmt.Fprintln(&kept, r.URL, r.Path, r.Name, r.Held, r.Title, r.Quote, r.Note,
				r.Locator.Page, r.Locator.PageEnd, r.Locator.Paragraph, r.Locator.Time)
		}
		notWord := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
		for word := range strings.FieldsFuncSeq(text, notWord) {
			if !strings.Contains(kept.String(), word) && !ownWords[strings.ToLower(word)] {
				t.Errorf("%q loses %q: %+v", text, word, references)
			}
		}
	})
}

func named(r reference) int {
	n := 0
	for _, s := range []string{r.URL, r.Path, r.Name, r.Held} {
		if s != "" {
			n++
		}
	}
	return n
}
