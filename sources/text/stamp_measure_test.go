package text

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"stet/sources"
)

// minStamps is the share of stamped pages whose case, document, day and page
// must all be right.
const minStamps = 0.98

// TestRealStamps measures stamps field by field against a table of lines that
// another tool saw, read here by one expression a field. A field that the table
// lacks, where its line is damaged, counts as right.
func TestRealStamps(t *testing.T) {
	t.Parallel()
	lines := stampLines(t)
	pages, right, invented := 0, 0, 0
	for _, file := range sharedFiles(t, "court-pdf/*.pdf") {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		got, err := library(t).Read(context.Background(), b, Options{Name: name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, p := range got.Pages {
			line, stamped := lines[name+" "+strconv.Itoa(p.Number)]
			switch {
			case stamped && anyMatches(p.Stamps, line):
				right++
			case stamped:
				t.Logf("%s page %d: %+v, want %s", name, p.Number, p.Stamps, line)
			case len(p.Stamps) > 0:
				invented++
				t.Logf("%s page %d: invented %+v", name, p.Number, p.Stamps)
			}
			if stamped {
				pages++
			}
		}
	}
	share := float64(right) / float64(pages)
	t.Logf("%d of %d stamped pages right (%.1f %%), %d pages with invented stamps", right, pages, 100*share, invented)
	if share < minStamps || invented > 0 {
		t.Errorf("%.3f right, want at least %.2f, and none invented", share, minStamps)
	}
}

// stampLines returns the lines of the table by file and page.
func stampLines(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open(sharedFiles(t, "court-pdf/stamps.tsv")[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := map[string]string{}
	for rows := bufio.NewScanner(f); rows.Scan(); {
		if cols := strings.Split(rows.Text(), "\t"); len(cols) == 3 && cols[1] != "page" {
			lines[cols[0]+" "+cols[1]] = cols[2]
		}
	}
	return lines
}

func anyMatches(stamps []sources.Stamp, line string) bool {
	for _, s := range stamps {
		if matchesLine(s, line) {
			return true
		}
	}
	return false
}

func matchesLine(s sources.Stamp, line string) bool {
	document := s.Document
	if s.Attachment != "" {
		document += "-" + s.Attachment
	}
	for _, f := range []struct{ form, got string }{
		{`(?:Case|Appeal):? ?([\w:-]+?)(?:,| |Document|$)`, s.Case},
		{`(?:Document|Doc|DktEntry)[ #:]+([\d.-]+)`, document},
		{`\b(\d\d/\d\d/\d{2,4})\b`, s.Filed},
		{`(?:Page|Pg):? (\d+)`, strconv.Itoa(s.Page)},
		{`(?:Page|Pg):? \d+ of (\d+)`, strconv.Itoa(s.Of)},
	} {
		m := regexp.MustCompile(f.form).FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if want := isoDay(m[1]); want != f.got {
			return false
		}
	}
	return true
}

// isoDay returns a day in figures as YYYY-MM-DD, and anything else as it is.
func isoDay(s string) string {
	for _, layout := range []string{"01/02/06", "01/02/2006"} {
		if day, err := time.Parse(layout, s); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	return s
}
