package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

// shown is a Text's blocks, one a line: kind and words.
func shown(t *sources.Text) []string {
	var rows []string
	for _, b := range t.Blocks {
		rows = append(rows, fmt.Sprintf("%s: %s", b.Kind, t.Body[b.Start:b.End]))
	}
	return rows
}

func TestMarkdownBlocks(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"soft break is a space", "One\ntwo.", []string{"paragraph: One two."}},
		{"hard break stays a break", "One  \ntwo.", []string{"paragraph: One\ntwo."}},
		{"typography as it is", "“It’s” – ‘a’ — \"b\" 'c' ... …", []string{"paragraph: “It’s” – ‘a’ — \"b\" 'c' ... …"}},
		{"escapes and entities", `\*a\* &amp; &eacute; &#8212; &nope; AT&T 5 \% \d`, []string{`paragraph: *a* & é — &nope; AT&T 5 % \d`}},
		{"code keeps them", "`\\* &amp;`", []string{`paragraph: \* &amp;`}},
		{"headline and section", "# Head\n\n## Part\n\nText.", []string{"heading: Head", "heading: Part", "paragraph: Text."}},
		{"long second heading is a dek", "# Head\n\n## The board has agreed to sell a third\n\nText.", []string{"heading: Head", "dek: The board has agreed to sell a third", "paragraph: Text."}},
		{"italic dek", "# Head\n\n*All of it.*\n\nBy Dana Scott\n\nText. *Not all.*", []string{"heading: Head", "dek: All of it.", "byline: By Dana Scott", "paragraph: Text. Not all."}},
		{"italics in the body are words", "# Head\n\nText.\n\n*All of it.*", []string{"heading: Head", "paragraph: Text.", "paragraph: All of it."}},
		{"strong is no dek", "# Head\n\n**All of it.**", []string{"heading: Head", "paragraph: All of it."}},
		{"a sentence is no byline", "By noon the court had ruled.\n\nText.", []string{"paragraph: By noon the court had ruled.", "paragraph: Text."}},
		{"caption in the image's paragraph", "Text.\n\n![](a.png)\n*A caption.*", []string{"paragraph: Text.", "caption: A caption."}},
		{"pull quote repeats the copy", "Text with a few words in it.\n\n> “a few words in it”", []string{"paragraph: Text with a few words in it.", "pull quote: “a few words in it”"}},
		{"quote holds a list", "> Quoted:\n> - one", []string{"block quote: Quoted:", "block quote: one"}},
		{"rule is no front matter", "---\n\nText.\n\n---\n", []string{"paragraph: Text."}},
		{"HTML block", "<aside class=\"pullquote\">Words</aside>\n\nText.", []string{"pull quote: Words", "paragraph: Text."}},
		{"raw inline HTML", "One <b>two</b><br>three <a href=\"x.pdf\">four</a>.", []string{"paragraph: One two\nthree four."}},
		{"loose list", "1. one\n\n2. two", []string{"list item: one", "list item: two"}},
		{"indented code", "    code\n", []string{"code: code"}},
		{"empty", " \n", nil},
		{"note between words", "One [^1] two [^1], three.\n\n[^1]: N", []string{"paragraph: One two, three."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{MediaType: "md", Whole: true})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestMarkdownNotes(t *testing.T) {
	tests := []struct {
		name, file string
		want       []sources.Note
	}{
		{"twice", "A.[^n] B.[^n]\n\n[^n]: N", []sources.Note{
			{Kind: "footnote", Label: "n", Text: "N", Start: 2, End: 2, Line: 3},
			{Kind: "footnote", Label: "n", Text: "N", Start: 5, End: 5, Line: 3}}},
		{"missing and orphan", "A.[^9]\n\n[^1]: N", []sources.Note{
			{Kind: "footnote", Label: "9", Start: 2, End: 2, Line: 1},
			{Kind: "footnote", Label: "1", Text: "N", Start: -1, End: -1, Line: 3}}},
		{"defined twice", "A.[^1]\n\n[^1]: N\n[^1]: M", []sources.Note{
			{Kind: "footnote", Label: "1", Text: "N", Start: 2, End: 2, Line: 3},
			{Kind: "footnote", Label: "1", Text: "M", Start: -1, End: -1, Line: 4}}},
		{"addresses are kept whole", "A.[^1]\n\n[^1]: https://x.org/__a__/*b*?c=1&d=2; [w](<a b.pdf>) “q” <https://y.org>", []sources.Note{
			{Kind: "footnote", Label: "1", Text: "https://x.org/__a__/*b*?c=1&d=2; w a b.pdf “q” https://y.org", Start: 2, End: 2, Line: 3}}},
		{"comments", "A. <!-- one --> B.\n\n<!-- two\nlines -->\n", []sources.Note{
			{Kind: "comment", Label: "1", Text: "one", Start: 2, End: 2, Line: 1},
			{Kind: "comment", Label: "2", Text: "two\nlines", Start: 5, End: 5, Line: 3}}},
		{"escaped", `A.\[^1] and ` + "`[^2]`", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{MediaType: "md"})
			if diff := cmp.Diff(tt.want, got.Notes); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if strings.Contains(got.Body, "<!--") {
				t.Errorf("Body holds a comment: %q", got.Body)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		file                         string
		title, byline, published, at string
	}{
		{"---\ntitle: \"A: b\"\nauthor: By Dana Scott\ndate: 2026-03-04\n---\nText.", "A: b", "Dana Scott", "2026-03-04", "Text."},
		{"---\nauthors:\n  - Dana Scott\n  - 'Per Dal'\n...\nText.", "", "Dana Scott, Per Dal", "", "Text."},
		{"+++\ntitle = \"A\"\n+++\nText.", "A", "", "", "Text."},
		{"---\ntitle: never closed\n\nText.", "", "", "", "title: never closed"},
	}
	for _, tt := range tests {
		got := mustRead(t, []byte(tt.file), Options{MediaType: "md"})
		if got.Title != tt.title || got.Byline != tt.byline || got.Published != tt.published || !strings.HasPrefix(strings.TrimLeft(got.Body, "-\n "), tt.at) {
			t.Errorf("%q: title %q, byline %q, published %q, body %q", tt.file, got.Title, got.Byline, got.Published, got.Body)
		}
	}
}
