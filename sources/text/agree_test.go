package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFormatsAgree reads the same document as each format has it, and finds the
// same words, notes and links.
func TestFormatsAgree(t *testing.T) {
	for _, files := range [][]string{
		{"memo.docx", "memo.odt", "memo.fodt", "memo.rtf"},
		{"draft.docx", "draft.odt"},
		{"scripts.odt", "scripts.rtf"},
	} {
		want := mustRead(t, fixture(t, files[0]), Options{Name: files[0]})
		if len(strings.Fields(want.Body)) < 20 {
			t.Fatalf("%s has hardly any words: %q", files[0], want.Body)
		}
		for _, name := range files[1:] {
			got := mustRead(t, fixture(t, name), Options{Name: name})
			if diff := cmp.Diff(strings.Fields(want.Body), strings.Fields(got.Body)); diff != "" {
				t.Errorf("words of %s and %s (-want +got):\n%s", files[0], name, diff)
			}
			if diff := cmp.Diff(want.Notes, got.Notes); diff != "" {
				t.Errorf("notes of %s and %s (-want +got):\n%s", files[0], name, diff)
			}
			if diff := cmp.Diff(want.Links, got.Links); diff != "" {
				t.Errorf("links of %s and %s (-want +got):\n%s", files[0], name, diff)
			}
		}
	}
}
