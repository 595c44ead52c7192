package text

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"stet/sources"
)

// minF1 is how near the main text must come to what people typed out. The
// algorithm is known for 0.947 on all of the benchmark's pages.
const minF1 = 0.96

func TestMainTextOfRealPages(t *testing.T) {
	t.Parallel()
	dir := filepath.Dir(sharedFiles(t, "article-extraction/ground-truth.json")[0])
	truth := readTruth(t, filepath.Join(dir, "ground-truth.json"))
	var precision, recall, pages float64
	for _, file := range sharedFiles(t, "article-extraction/html/*.gz") {
		id := strings.TrimSuffix(filepath.Base(file), ".html.gz")
		want, ok := truth[id]
		if !ok {
			t.Errorf("%s: no truth", id)
			continue
		}
		got := mustRead(t, gunzip(t, file), Options{Name: want.URL, MediaType: "text/html"})
		if got.IsUnread() {
			t.Errorf("%s: no words", id)
		}
		checkText(t, got)
		p, r := overlap(got.Body, want.ArticleBody)
		precision, recall, pages = precision+p, recall+r, pages+1
	}
	precision, recall = precision/pages, recall/pages
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%.0f pages: precision %.3f, recall %.3f, F1 %.3f", pages, precision, recall, f1)
	if f1 < minF1 {
		t.Errorf("F1 = %.3f, want at least %.3f", f1, minF1)
	}
}

type truth struct{ URL, ArticleBody string }

func readTruth(t *testing.T, file string) map[string]truth {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]truth
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func gunzip(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// overlap returns precision and recall of got over want, by 4-grams of words as
// multisets.
func overlap(got, want string) (precision, recall float64) {
	have, need := shingles(got), shingles(want)
	var tp, all, truth float64
	for gram, n := range have {
		tp += float64(min(n, need[gram]))
		all += float64(n)
	}
	for _, n := range need {
		truth += float64(n)
	}
	if tp == 0 {
		return 0, 0
	}
	return tp / all, tp / truth
}

func shingles(s string) map[string]int {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
	grams := map[string]int{}
	for i := range words {
		if i+4 <= len(words) {
			grams[strings.Join(words[i:i+4], " ")]++
		}
	}
	if len(words) > 0 && len(words) < 4 {
		grams[strings.Join(words, " ")]++
	}
	return grams
}

func TestRealPagesAsDrafts(t *testing.T) {
	t.Parallel()
	for _, file := range sharedFiles(t, "article-extraction/html/*.gz") {
		got := mustRead(t, gunzip(t, file), Options{MediaType: "text/html", Whole: true})
		checkText(t, got)
		if got.IsUnread() || len(got.Segments) == 0 {
			t.Errorf("%s: %d bytes, %d segments", file, len(got.Body), len(got.Segments))
		}
	}
}

func TestRealPDFs(t *testing.T) {
	t.Parallel()
	texts := map[string]*sources.Text{}
	for _, file := range append(sharedFiles(t, "court-pdf/*.pdf"), sharedFiles(t, "pdf-samples/*.pdf")...) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		got, err := library(t).Read(context.Background(), b, Options{Name: name})
		if err != nil {
			// One is encrypted and one truncated; poppler reads neither.
			if !strings.HasPrefix(name, "005-") && !strings.HasPrefix(name, "017-") {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		checkText(t, got)
		if got.IsUnread() && !allNeedOCR(got) {
			t.Errorf("%s: no words, and nothing says that its pages need OCR", name)
		}
		texts[name] = got
	}
	checkStamps(t, texts)
}

func allNeedOCR(t *sources.Text) bool {
	for _, p := range t.Pages {
		if !p.NeedsOCR {
			return false
		}
	}
	return true
}

// checkStamps compares with what another tool saw. Its reading is no truth:
// where it sees the start of a stamp that is wrapped or printed over, more is
// read here.
func checkStamps(t *testing.T, texts map[string]*sources.Text) {
	t.Helper()
	table, err := os.ReadFile(sharedFiles(t, "court-pdf/stamps.tsv")[0])
	if err != nil {
		t.Fatal(err)
	}
	agree, rows := 0, strings.Split(strings.TrimSpace(string(table)), "\n")[1:]
	for _, row := range rows {
		cols := strings.Split(row, "\t")
		if text := texts[cols[0]]; text != nil && hasStamp(text, cols[1], cols[2]) {
			agree++
		} else {
			t.Errorf("%s page %s: stamp %q not read", cols[0], cols[1], cols[2])
		}
	}
	t.Logf("%d of %d stamps agree", agree, len(rows))
	if scan := texts["gov.uscourts.cand.203070.27.0.pdf"]; !allNeedOCR(scan) || len(scan.Pages[0].Stamps) != 2 {
		t.Errorf("a scan with two stamps printed over one another: %+v", scan.Pages)
	}
}

func hasStamp(t *sources.Text, page, line string) bool {
	for _, p := range t.Pages {
		for _, s := range p.Stamps {
			a, b := strings.ReplaceAll(s.Line, " ", ""), strings.ReplaceAll(line, " ", "")
			if jsonString(p.Number) == page && a != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
				return true
			}
		}
	}
	return false
}
