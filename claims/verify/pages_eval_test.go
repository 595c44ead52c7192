package verify

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
	"stet/sources/corpus"
	"stet/sources/text"
)

// TestEvalOwnPages lays each sentence of real articles, as people typed them out,
// beside the page that carries it: an error or a warning is a false alarm. The
// pages are not ours to ship.
func TestEvalOwnPages(t *testing.T) {
	dir := corpus.Path(t, "article-extraction")
	b, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var typed map[string]struct{ URL, ArticleBody string }
	if err := json.Unmarshal(b, &typed); err != nil {
		t.Fatal(err)
	}
	count, found := 0, map[claims.Severity]int{}
	for id, page := range typed {
		d, source := onPageOf(t, filepath.Join(dir, "html", id+".html.gz"), page.ArticleBody)
		if d == nil {
			continue
		}
		result, err := Run(t.Context(), d, func(sources.Digest) (*sources.Text, error) { return source, nil }, Options{Parallel: 2})
		if err != nil {
			t.Fatal(err)
		}
		count += len(d.Entries)
		for _, f := range result.Findings {
			found[f.Severity]++
			t.Logf("%s %s %s", f.Severity, f.Check, f.Message)
		}
	}
	errors, warnings := found[claims.Error], found[claims.Warning]
	t.Logf("| articles beside their own pages | false errors and warnings of %d sentences | %d and %d | under 3 and 8 in a hundred |", count, errors, warnings)
	t.Logf("| articles beside their own pages | notes of %d sentences | %d | |", count, found[claims.Info])
	if count < 1000 || errors*100 > 3*count || warnings*100 > 8*count {
		t.Error("more than 3 errors or 8 warnings in a hundred sentences")
	}
}

// onPageOf makes a dossier of an article's sentences, each of which cites the
// page, and returns nil where the page is not at hand or could not be read.
func onPageOf(t *testing.T, file, body string) (*claims.Dossier, *sources.Text) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		return nil, nil
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	library := text.NewLibrary(text.Setup{})
	defer func() {
		if err := library.Close(); err != nil {
			t.Error(err)
		}
	}()
	source, err := library.Read(t.Context(), page, sources.ReadOptions{MediaType: "text/html"})
	if err != nil {
		return nil, nil
	}
	d := &claims.Dossier{Sources: map[string]claims.Evidence{"page": {
		Source:   sources.Source{ID: "page", Number: 1, Address: "https://example.com/", Kind: sources.NewsReport},
		Last:     &sources.Capture{State: sources.Captured},
		Snapshot: "page",
	}}}
	d.Draft.Text = body
	for i, s := range sentenceSpans(body) {
		words := strings.TrimSpace(s.In(body))
		c := claims.Claim{Number: i + 1, Text: words, Label: claims.OwnVoice, Spans: []claims.Span{s}}
		c.ID = c.Code()
		d.Entries = append(d.Entries, claims.Entry{Claim: c, Citations: []claims.Citation{{ID: c.ID, Claim: c.ID, Source: "page"}}})
	}
	return d, source
}
