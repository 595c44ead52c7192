package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

func atts(as []claims.Attribution) string {
	var b strings.Builder
	for _, a := range as {
		fmt.Fprintf(&b, " {%s%s cue=%q spk=%q ant=%q kind=%s}", a.Label, map[bool]string{true: " BESIDE"}[a.Beside], a.Cue.Text, a.Speaker.Text, a.Antecedent.Text, a.Kind)
	}
	return b.String()
}

func TestZZTrain(t *testing.T) {
	out := os.Getenv("ZZOUT")
	if out == "" {
		t.Skip()
	}
	f, _ := os.Create(out)
	defer f.Close()
	files, _ := filepath.Glob(filepath.Join(shared(t, "polnear"), "train", "text", "*.txt"))
	for _, n := range files {
		b, _ := os.ReadFile(n)
		for _, c := range Claims(&sources.Text{Body: string(b)}).Claims {
			fmt.Fprintf(f, "%s:%d\t%s\t%s\t%s\n", strings.TrimSuffix(filepath.Base(n), ".txt")[:12], c.Spans[0].Start, c.Label, strings.ReplaceAll(strings.ReplaceAll(c.Text, "\n", " "), "\t", " "), atts(c.Attributions))
		}
	}
}

func TestZZGold(t *testing.T) {
	out := os.Getenv("ZZGOLD")
	if out == "" {
		t.Skip()
	}
	f, _ := os.Create(out)
	defer f.Close()
	found := map[string]Extraction{}
	texts := map[string]string{}
	for _, g := range goldLabels(t) {
		if g.settled == "none" {
			continue
		}
		if _, ok := found[g.file]; !ok {
			b, _ := os.ReadFile(filepath.Join(shared(t, "polnear"), "train", "text", g.file+".txt"))
			texts[g.file] = string(b)
			found[g.file] = Claims(&sources.Text{Body: string(b)})
		}
		got := labelAt(found[g.file], g.Span)
		mark := "  "
		if got != g.settled {
			mark = "X "
		}
		for _, c := range found[g.file].Claims {
			for _, own := range c.Spans {
				if overlap(own, g.Span) > 0 {
					fmt.Fprintf(f, "%s%s<-%s (%s/%s) %s\n      %s\n", mark, g.settled, c.Label, g.first, g.second, strings.ReplaceAll(c.Text, "\n", " "), atts(c.Attributions))
				}
			}
		}
	}
}
