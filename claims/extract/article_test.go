package extract

import (
	"os"
	"path/filepath"
	"testing"

	"stet/claims"
	"stet/sources/corpus"
)

// articleLabels are what an editor gave the sentences of a real article on a
// cloud company's deal, in order, one of which is two claims; all are claims.
var articleLabels = []claims.Label{
	own, reported, own, own, court, own, own, own, own, own, announced, reported, reported, own, reported, reported, own,
}

func TestRealArticle(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(corpus.Path(t, "articles"), "000_3fe24fb0f678e9f4.txt"))
	if err != nil {
		t.Fatal(err)
	}
	e := Claims(lines(string(b)))
	if len(e.Claims) != len(articleLabels) || len(e.Sentences) != len(articleLabels)-1 {
		t.Fatalf("%d claims in %d sentences, want %d", len(e.Claims), len(e.Sentences), len(articleLabels))
	}
	for i, c := range e.Claims {
		if c.Label != articleLabels[i] {
			t.Errorf("label %s, want %s: %s", c.Label, articleLabels[i], c.Text)
		}
	}
}
