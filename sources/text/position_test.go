package text

import (
	"strings"
	"testing"
)

// TestPositionsPointAtTheWords looks up each word of Body in the file, at the
// line and column that Position gives, and finds it there.
func TestPositionsPointAtTheWords(t *testing.T) {
	for _, name := range []string{"draft.md", "draft.txt", "draft.pandoc.html", "memo.libreoffice.html"} {
		t.Run(name, func(t *testing.T) {
			file := fixture(t, name)
			got := mustRead(t, file, Options{Name: name, Whole: true})
			lines := strings.Split(string(file), "\n")
			checked := 0
			for at, word := range wordsAt(got.Body) {
				p := got.Position(at)
				line := []rune(lines[p.Line-1])
				if !strings.HasPrefix(string(line[p.Column-1:]), word) && !isEscaped(word) {
					t.Errorf("%q is said to stand at %d:%d, where %q stands", word, p.Line, p.Column, string(line[p.Column-1:]))
				}
				checked++
			}
			if checked < 40 {
				t.Errorf("only %d words", checked)
			}
		})
	}
}

// wordsAt yields the runs of ASCII letters of s, which no markup can split.
func wordsAt(s string) map[int]string {
	words := map[int]string{}
	isLetter := func(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
	for i := 0; i < len(s); i++ {
		start := i
		for i < len(s) && isLetter(s[i]) {
			i++
		}
		if i > start+2 {
			words[start] = s[start:i]
		}
	}
	return words
}

// isEscaped reports whether a word stands in the file otherwise than in Body.
func isEscaped(word string) bool { return word == "probablyneeds" }

func TestPositionsAcrossLineEndsAndMarks(t *testing.T) {
	tests := []struct {
		name, file, media, word string
		line, column            int
	}{
		{"CRLF Markdown", "# Head\r\n\r\nOne two\r\nthree four.\r\n", "md", "four", 4, 7},
		{"CRLF text", "One.\r\nTwo three.\r\n", "txt", "three", 2, 5},
		{"byte order mark", "\ufeffOne two.\n", "md", "two", 1, 5},
		{"runes, not bytes", "“Über” – zwölf Äpfel\n", "md", "Äpfel", 1, 16},
		{"front matter", "---\ntitle: T\n---\n\nOne two.\n", "md", "two", 5, 5},
		{"emphasis", "One **two** *three* four.\n", "md", "four", 1, 21},
		{"entity", "AT&amp;T said.\n", "md", "said", 1, 10},
		{"in a quote", "> One two\n> three.\n", "md", "three", 2, 3},
		{"in a list", "- One\n  two\n", "md", "two", 2, 3},
		{"HTML entity", "<p>AT&amp;T &mdash; said</p>", "html", "said", 1, 21},
		{"HTML over lines", "<p>One\n   two</p>", "html", "two", 2, 4},
		{"HTML in Markdown", "One.\n\n<div>\nTwo &eacute; three\n</div>\n", "md", "three", 4, 14},
		{"UTF-16", "\xff\xfeO\x00n\x00e\x00\n\x00t\x00w\x00o\x00", "txt", "two", 2, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{MediaType: tt.media, Whole: true})
			checkText(t, got)
			i := strings.Index(got.Body, tt.word)
			if i < 0 {
				t.Fatalf("no %q in %q", tt.word, got.Body)
			}
			if p := got.Position(i); p.Line != tt.line || p.Column != tt.column {
				t.Errorf("%q stands at %d:%d, want %d:%d", tt.word, p.Line, p.Column, tt.line, tt.column)
			}
		})
	}
}
