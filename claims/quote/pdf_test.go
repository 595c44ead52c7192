package quote

import (
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources/corpus"
)

// sentence is a true sentence of a document.
type sentence struct{ document, words string }

// pdfText returns true sentences, and what pdftotext makes of their documents.
func pdfText(t *testing.T) (sentences []sentence, texts map[string]string) {
	t.Helper()
	b, err := os.ReadFile(corpus.Path(t, "pdf-text/quotes.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	texts = map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		document, words, _ := strings.Cut(line, "\t")
		sentences = append(sentences, sentence{document, words})
		if texts[document] != "" {
			continue
		}
		text, err := os.ReadFile(corpus.Path(t, "pdf-text/results/pdftotext/"+document+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		texts[document] = string(text)
	}
	return sentences, texts
}

// TestRecallOnPDFText measures how many true sentences are found in what
// pdftotext makes of their documents, and in documents that lack them.
func TestRecallOnPDFText(t *testing.T) {
	t.Parallel()
	sentences, texts := pdfText(t)
	var queries []Query
	for _, s := range sentences {
		queries = append(queries, Query{Quote: s.words, Near: -1})
	}
	found, good, falseHits := 0, 0, 0
	for document, text := range texts {
		for i, got := range Fold(text).LocateAll(queries) {
			switch {
			case got.Class == claims.Absent:
			case sentences[i].document != document:
				falseHits++
			default:
				found++
				if slices.Contains([]claims.Class{claims.Exact, claims.Typographic, claims.OCR}, got.Class) {
					good++
				}
			}
		}
	}
	n, wrong := len(sentences), len(sentences)*(len(texts)-1)
	t.Logf("%d quotes: recall %.3f, exact, typographic or ocr of those %.3f; false hits %d of %d", n, share(found, n), share(good, found), falseHits, wrong)
	if n < 100 || share(found, n) < 0.985 || share(good, found) < 0.95 || share(falseHits, wrong) > 0.001 {
		t.Error("less than wanted")
	}
}

func share(part, of int) float64 { return float64(part) / float64(of) }

// TestRecallBesideApproxStringMatch compares that recall with the npm library's
// at a tenth of the quote's length in errors, on text with single spaces.
func TestRecallBesideApproxStringMatch(t *testing.T) {
	sentences, texts := pdfText(t)
	ours, theirs := 0, 0
	for document, text := range texts {
		var patterns []string
		f := Fold(text)
		for _, s := range sentences {
			if s.document != document {
				continue
			}
			patterns = append(patterns, strings.Join(strings.Fields(s.words), " "))
			if f.Locate(Query{Quote: s.words, Near: -1}).Class != claims.Absent {
				ours++
			}
		}
		for _, found := range besideApproxStringMatch(t, strings.Join(strings.Fields(text), " "), patterns, 0.1) {
			if found.errors >= 0 {
				theirs++
			}
		}
	}
	t.Logf("recall %.3f, approx-string-match %.3f", share(ours, len(sentences)), share(theirs, len(sentences)))
	if ours < theirs {
		t.Errorf("%d found, by approx-string-match %d", ours, theirs)
	}
}

// TestNoAlterationPassesInPDFText makes one change each in passages of those
// texts: a negation, a modal verb or a figure more, another figure, or another
// letter in a name. However a reader has garbled them, none is the same words.
func TestNoAlterationPassesInPDFText(t *testing.T) {
	t.Parallel()
	_, texts := pdfText(t)
	r := rand.New(rand.NewPCG(21, 22))
	n := 0
	for _, document := range slices.Sorted(maps.Keys(texts)) {
		f, words := Fold(texts[document]), strings.Fields(texts[document])
		for range 160 {
			at := r.IntN(len(words) - 40)
			quote := changed(r, words[at:at+8+r.IntN(30)])
			if quote == "" || strings.ContainsAny(quote, "[]") { // brackets at its ends are an editor's
				continue
			}
			n++
			if got := f.Locate(Query{Quote: quote, Near: -1}); slices.Contains([]claims.Class{claims.Exact, claims.Typographic, claims.OCR}, got.Class) {
				t.Errorf("%q is %s in %q", quote, got.Class, got.In(texts[document]))
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d passages were changed", n)
	}
}

// changed returns words with one of them changed, or put in, or "" where that
// leaves them as they are.
func changed(r *rand.Rand, words []string) string {
	at := 1 + r.IntN(len(words)-2)
	if more := []string{"not", "may", "12", ""}[r.IntN(4)]; more != "" {
		return strings.Join(slices.Insert(slices.Clone(words), at, more), " ")
	}
	altered := strings.Map(func(c rune) rune {
		switch {
		case '0' <= c && c <= '9':
			return '0' + (c-'0'+1+rune(r.IntN(9)))%10
		case c == 'a', c == 'e', c == 'o':
			return 'u'
		}
		return c
	}, words[at])
	if first := words[at][0]; altered == words[at] || !('0' <= first && first <= '9' || 'A' <= first && first <= 'Z') {
		return ""
	}
	return strings.Join(slices.Concat(words[:at], []string{altered}, words[at+1:]), " ")
}
