package extract

import (
	"os"
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

// score counts what was found, right and wrong.
type score struct{ right, wrong, missed int }

func (s score) precision() float64 { return float64(s.right) / float64(max(1, s.right+s.wrong)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(1, s.right+s.missed)) }
func (s score) f1() float64 {
	return 2 * s.precision() * s.recall() / max(1e-9, s.precision()+s.recall())
}

func (s *score) count(found, wanted bool) {
	switch {
	case found && wanted:
		s.right++
	case found:
		s.wrong++
	case wanted:
		s.missed++
	}
}

// measured is what the evaluation adds up.
type measured struct {
	cue, content, boundary score
	sources, near          int // cues that match, and those with the source right by 0.8
}

func (m *measured) add(t testing.TB, a *article, debug string) {
	e := extractAll(a.text)
	for _, s := range a.sentences {
		wanted := slices.ContainsFunc(a.attributions, func(w marked) bool { return anyIn(w.cue, s) })
		var cues []string
		for _, at := range e.attributions {
			if overlap(at.Cue.Span, s) > 0 {
				cues = append(cues, at.Cue.Text)
			}
		}
		m.cue.count(len(cues) > 0, wanted)
		if debug == "cues" && (len(cues) > 0) != wanted {
			t.Logf("%v %q\t%s", len(cues) > 0, cues, strings.ReplaceAll(s.In(a.text.Body), "\n", " "))
			for _, w := range a.attributions {
				if anyIn(w.cue, s) {
					t.Logf("\t\t\twanted %q", w.cue[0].In(a.text.Body))
				}
			}
		}
	}
	for _, w := range a.attributions {
		m.compare(t, a, w, e.attributions, debug)
	}
	m.boundaries(t, a, e.sentences, debug)
}

func (m *measured) compare(t testing.TB, a *article, w marked, found []claims.Attribution, debug string) {
	i := slices.IndexFunc(found, func(at claims.Attribution) bool { return anyIn(w.cue, at.Cue.Span) })
	if i < 0 {
		return
	}
	if len(w.source) > 0 {
		m.sources++
		if jaccard(w.source, found[i].Speaker.Span) >= 0.8 {
			m.near++
		} else if debug == "sources" {
			t.Logf("cue %q wanted %q found %q\n\t%s", found[i].Cue.Text, textOf(a, w.source), found[i].Speaker.Text, around(a, found[i].Cue.Span))
		}
	}
	var content []claims.Span // the sentences of one quotation rest on one cue
	for _, at := range found {
		if at.Cue.Span == found[i].Cue.Span {
			content = append(content, at.Content.Span)
		}
	}
	for _, token := range a.tokens {
		m.content.count(anyIn(content, token), anyIn(w.content, token))
	}
}

func textOf(a *article, spans []claims.Span) string { return claims.TextOf(a.text.Body, spans) }

func around(a *article, s claims.Span) string {
	for _, b := range a.sentences {
		if b.Contains(s.Start) {
			return strings.ReplaceAll(b.In(a.text.Body), "\n", " ")
		}
	}
	return ""
}

// boundaries compares where sentences begin within a line.
func (m *measured) boundaries(t testing.TB, a *article, found []claims.Span, debug string) {
	starts := func(spans []claims.Span) map[int]bool {
		at := map[int]bool{}
		for _, s := range spans {
			if s.Start > 0 && !strings.Contains(a.text.Body[strings.LastIndexFunc(a.text.Body[:s.Start], notSpace)+1:s.Start], "\n") {
				at[s.Start] = true
			}
		}
		return at
	}
	mine, theirs := starts(found), starts(a.sentences)
	show := func(what string, at int) {
		if debug == "sentences" {
			t.Logf("%s %q", what, a.text.Body[max(0, at-60):min(len(a.text.Body), at+40)])
		}
	}
	for at := range mine {
		m.boundary.count(true, theirs[at])
		if !theirs[at] {
			show("extra", at)
		}
	}
	for at := range theirs {
		if !mine[at] {
			m.boundary.missed++
			show("missed", at)
		}
	}
}

func notSpace(r rune) bool { return r != ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\u00a0' }

type extracted struct {
	sentences    []claims.Span
	attributions []claims.Attribution
}

// extractAll returns all attributions, whether they stand on claims or not.
func extractAll(t *sources.Text) extracted {
	e := Claims(t)
	x := extracted{sentences: e.Sentences}
	for _, c := range e.Claims {
		x.attributions = append(x.attributions, c.Attributions...)
	}
	return x
}

func overlap(a, b claims.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

func anyIn(spans []claims.Span, s claims.Span) bool {
	return slices.ContainsFunc(spans, func(x claims.Span) bool { return overlap(x, s) > 0 })
}

// jaccard returns how much of two stretches of text is shared.
func jaccard(wanted []claims.Span, found claims.Span) float64 {
	both, all := 0, found.End-found.Start
	for _, w := range wanted {
		o := overlap(w, found)
		both += o
		all += w.End - w.Start - o
	}
	return float64(both) / float64(max(1, all))
}

// TestEvalPolnear measures against what people marked in PolNeAR. Run it with
// STET_DEBUG=cues, sources or sentences to see each difference, and with
// STET_PART=train on the half that the lexicon was learnt from.
func TestEvalPolnear(t *testing.T) {
	part := "dev"
	if p := os.Getenv("STET_PART"); p != "" {
		part = p
	}
	var m measured
	for _, a := range polnear(t, part) {
		m.add(t, a, os.Getenv("STET_DEBUG"))
	}
	t.Logf("%s: sentence holds a cue: precision %.3f, recall %.3f, F1 %.3f", part, m.cue.precision(), m.cue.recall(), m.cue.f1())
	share := float64(m.near) / float64(max(1, m.sources))
	t.Logf("source span overlaps by 0.8, given a matched cue: %.3f of %d", share, m.sources)
	t.Logf("content span: precision %.3f, recall %.3f, F1 %.3f (by token)", m.content.precision(), m.content.recall(), m.content.f1())
	t.Logf("sentence boundaries in paragraphs: precision %.3f, recall %.3f, F1 %.3f", m.boundary.precision(), m.boundary.recall(), m.boundary.f1())
	floors := []struct {
		what       string
		got, floor float64
	}{
		{"cue F1", m.cue.f1(), 0.88}, {"source share", share, 0.874},
		{"content F1", m.content.f1(), 0.84}, {"boundary F1", m.boundary.f1(), 0.935},
	}
	for _, f := range floors {
		if f.got < f.floor && part == "dev" {
			t.Errorf("%s %.3f, at least %.3f", f.what, f.got, f.floor)
		}
	}
}
