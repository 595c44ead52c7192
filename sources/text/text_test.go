package text

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"stet/sources"
)

// shared is the Library of all tests: starting the PDF sandbox takes seconds,
// and what is compiled is kept for the next run of the tests.
var shared = sync.OnceValue(func() *Library {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return NewLibrary(Setup{CacheDir: filepath.Join(dir, "stet", "pdf")})
})

func library(testing.TB) *Library { return shared() }

func mustRead(t testing.TB, b []byte, o Options) *sources.Text {
	t.Helper()
	got, err := library(t).Read(context.Background(), b, o)
	if err != nil {
		t.Fatalf("%s: %v", o.Name, err)
	}
	return got
}

// fixture returns a file of the project's testdata.
func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", "sources", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// checkText fails unless t keeps what sources.Text promises of its offsets.
func checkText(t testing.TB, text *sources.Text) {
	t.Helper()
	if !utf8.ValidString(text.Body) {
		t.Fatal("Body is not valid UTF-8")
	}
	end := 0
	for _, b := range text.Blocks {
		if b.Start < end || b.End <= b.Start {
			t.Fatalf("block %+v after one that ends at %d", b, end)
		}
		checkSpan(t, text.Body, b.Start, b.End)
		end = b.End
	}
	for _, n := range text.Notes {
		if n.Start != -1 || n.End != -1 {
			checkSpan(t, text.Body, n.Start, n.End)
		}
	}
	for _, l := range text.Links {
		checkSpan(t, text.Body, l.Start, l.End)
		if text.Body[l.Start:l.End] != l.Text || l.Text == "" {
			t.Fatalf("link %+v stands on %q", l, text.Body[l.Start:l.End])
		}
	}
	end = 0
	for _, p := range text.Pages {
		if p.Start < end {
			t.Fatalf("page %+v begins before %d", p, end)
		}
		checkSpan(t, text.Body, p.Start, p.End)
		end = p.End
	}
	end = 0
	for _, c := range text.Cues {
		if c.Start < end || c.End <= c.Start || c.To < c.From {
			t.Fatalf("cue %+v after one that ends at %d", c, end)
		}
		checkSpan(t, text.Body, c.Start, c.End)
		end = c.End
	}
	checkSegments(t, text)
}

func checkSegments(t testing.TB, text *sources.Text) {
	t.Helper()
	last := -1
	for _, s := range text.Segments {
		if s.Start <= last || s.Line < 1 || s.Column < 1 {
			t.Fatalf("segment %+v after one at %d", s, last)
		}
		checkSpan(t, text.Body, s.Start, s.Start)
		last = s.Start
	}
}

func checkSpan(t testing.TB, body string, start, end int) {
	t.Helper()
	if start < 0 || end < start || end > len(body) {
		t.Fatalf("span [%d, %d) of a text of %d bytes", start, end, len(body))
	}
	for _, i := range []int{start, end} {
		if i < len(body) && !utf8.RuneStart(body[i]) {
			t.Fatalf("offset %d is inside a rune", i)
		}
	}
}

// render shows a Text as golden files do: its blocks with their places, its
// notes with what they stand on, its links.
func render(t *sources.Text) string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.TrimRight(strings.Join(parts, " "), " ") + "\n") }
	for _, row := range [][2]string{{"title", t.Title}, {"byline", t.Byline}, {"published", t.Published}, {"publisher", t.Publisher}, {"language", t.Language}} {
		if row[1] != "" {
			line(row[0]+":", row[1])
		}
	}
	for _, p := range t.Pages {
		line("page", jsonString(p))
	}
	for _, k := range t.Blocks {
		p := t.Position(k.Start)
		line(string(k.Kind), jsonString([]int{k.Level, p.Line, p.Column}), jsonString(t.Body[k.Start:k.End]))
	}
	for _, c := range t.Cues {
		line("cue", jsonString([]int{c.From, c.To}), jsonString(t.Body[c.Start:c.End]))
	}
	for _, n := range t.Notes {
		on := "nothing"
		if n.Start >= 0 {
			on = jsonString(lastWord(t.Body[:n.Start]) + "[" + t.Body[n.Start:n.End] + "]")
		}
		line(string(n.Kind), n.Label, "line", jsonString(n.Line), n.Author, jsonString(n.Text), "on", on)
	}
	for _, l := range t.Links {
		line("link", l.Address, jsonString(l.Text))
	}
	return b.String()
}

func lastWord(s string) string { return s[strings.LastIndexAny(s, " \n")+1:] }

func jsonString(v any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
	return strings.TrimSpace(b.String())
}
