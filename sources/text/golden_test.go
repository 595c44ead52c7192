package text

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	tests := []struct {
		file  string
		draft bool
	}{
		{"draft.md", true},
		{"draft.txt", true},
		{"draft.docx", true},
		{"draft.pandoc.html", true},
		{"memo.docx", true},
		{"memo.odt", true},
		{"memo.fodt", true},
		{"memo.rtf", true},
		{"scripts.odt", false},
		{"scripts.rtf", false},
		{"release.eml", false},
		{"talk.srt", false},
		{"talk.vtt", false},
		{"draft.rtf", true},
		{"draft.odt", true},
		{"memo.libreoffice.html", true},
		{"memo.pdf", false},
		{"complaint.pdf", false},
		{"scan.pdf", false},
		{"page.html", false},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			got := mustRead(t, fixture(t, tt.file), Options{Name: tt.file, Whole: tt.draft})
			checkText(t, got)
			golden := filepath.Join("testdata", tt.file+".golden")
			shown := render(got)
			if *update {
				if err := os.WriteFile(golden, []byte(shown), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), shown); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
