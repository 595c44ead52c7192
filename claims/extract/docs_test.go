package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocsWorkedSentence runs the sentence that docs/extraction.md follows
// through the stages.
func TestDocsWorkedSentence(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "docs", "extraction.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	_, quoted, _ := strings.Cut(page, "\n> ")
	quoted, _, _ = strings.Cut(quoted, "\n\n")
	sentence := strings.ReplaceAll(quoted, "\n> ", " ")
	_, want, _ := strings.Cut(page, "```\n")
	want, _, _ = strings.Cut(want, "```\n")
	e := Claims(lines(sentence))
	var got strings.Builder
	for _, c := range e.Claims {
		fmt.Fprintf(&got, "%-13s  %-6s  %s\n", c.Label, c.Priority, c.Text)
	}
	if got.String() != want {
		t.Errorf("docs/extraction.md says\n%s\nand this is found:\n%s", want, got.String())
	}
	if len(e.Claims) != 2 || len(e.Claims[1].Attributions) != 1 {
		t.Fatal("not as the table says")
	}
	a := e.Claims[1].Attributions[0]
	for _, said := range []string{"`" + a.Cue.Text + "`", "`" + a.Speaker.Text + "`, " + string(a.Kind), "`" + a.Content.Text + "`", "`" + string(a.Label) + "`, " + string(a.Voice)} {
		if !strings.Contains(page, said) {
			t.Errorf("docs/extraction.md does not say %s", said)
		}
	}
	if n := countWords(newDraft(lines(sentence)).sentences[0].words); !strings.Contains(page, fmt.Sprintf("%d words", n)) {
		t.Errorf("docs/extraction.md does not say %d words", n)
	}
}
