package extract

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

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

// String gives the F1 with what it is made of.
func (s score) String() string {
	return fmt.Sprintf("%.3f (precision %.3f, recall %.3f)", s.f1(), s.precision(), s.recall())
}

// report logs a row of the table that make eval prints.
func report(t testing.TB, work, measure, reached, wanted string) {
	t.Helper()
	t.Logf("| %s | %s | %s | %s |", work, measure, reached, wanted)
}

// measured is what the evaluation adds up.
type measured struct {
	cue, content    score
	boundary, aside score // boundaries as marked, and with quotation marks at them left aside
	desk            score // and without those before the rest of a sentence
	sources, near   int   // cues that match, and those with the source right by 0.8
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

// boundaries compares where sentences begin within a paragraph: as marked, and
// with the quotation marks left aside that stand there, since the tokens that
// the data was made from give an opening mark of two apostrophes to the sentence
// before.
func (m *measured) boundaries(t testing.TB, a *article, found []claims.Span, debug string) {
	const quotes = "'\"`“”‘’ "
	for _, way := range []struct {
		s      *score
		aside  string
		marked []claims.Span
	}{{&m.boundary, "", a.sentences}, {&m.aside, quotes, a.sentences}, {&m.desk, quotes, a.whole()}} {
		mine, theirs := a.starts(found, way.aside), a.starts(way.marked, way.aside)
		for at := range mine {
			if way.s.count(true, theirs[at]); !theirs[at] && debug == "sentences" && way.s == &m.desk {
				t.Logf("extra %q", a.text.Body[max(0, at-60):min(len(a.text.Body), at+40)])
			}
		}
		for at := range theirs {
			if way.s.count(mine[at], true); !mine[at] && debug == "sentences" && way.s == &m.desk {
				t.Logf("missed %q", a.text.Body[max(0, at-60):min(len(a.text.Body), at+40)])
			}
			if mine[at] {
				way.s.right-- // counted above
			}
		}
	}
}

// whole returns the marked sentences but for those that are the rest of the one
// before, which the tokens that the data was made from end after "(R-Ky.)" and
// after what is asked or shouted, “Why?” he said: what begins with a small
// letter, a comma or a closing mark begins no sentence.
func (a *article) whole() []claims.Span {
	return slices.DeleteFunc(slices.Clone(a.sentences), func(s claims.Span) bool {
		first, size := utf8.DecodeRuneInString(s.In(a.text.Body))
		ellipsis := strings.HasPrefix(s.In(a.text.Body)[size:], ".")
		return unicode.IsLower(first) || strings.ContainsRune(",;:.)]’”", first) && !ellipsis
	})
}

// starts returns where sentences begin, behind the characters given, but for
// those that a paragraph begins with.
func (a *article) starts(spans []claims.Span, aside string) map[int]bool {
	at := map[int]bool{}
	for _, s := range spans {
		start := s.End - len(strings.TrimLeft(s.In(a.text.Body), aside))
		before := strings.TrimRight(a.text.Body[:start], aside)
		if before = strings.TrimRightFunc(before, func(r rune) bool { return !notSpace(r) && r != '\n' }); before != "" && !strings.HasSuffix(before, "\n") && !strings.Contains(a.text.Body[strings.LastIndexFunc(a.text.Body[:start], notSpace)+1:start], "\n") {
			at[start] = true
		}
	}
	return at
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
	share := float64(m.near) / float64(max(1, m.sources))
	report(t, "sentence contains an attribution cue", "F1 on "+part, m.cue.String(), "0.86, aim 0.90")
	report(t, "source span, given a matched cue", "share with overlap of 0.8", fmt.Sprintf("%.3f of %d", share, m.sources), "0.874")
	report(t, "content span", "F1 by token", m.content.String(), "reported")
	report(t, "sentence boundaries in paragraphs", "F1, as marked", m.boundary.String(), "0.985")
	report(t, "the same", "F1, quotation marks at them left aside", m.aside.String(), "")
	report(t, "the same", "F1, and what begins with a small letter or a closing mark", m.desk.String(), "")
	floors := []struct {
		what       string
		got, floor float64
	}{
		{"cue F1", m.cue.f1(), 0.88}, {"source share", share, 0.874},
		{"content F1", m.content.f1(), 0.84}, {"boundary F1", m.boundary.f1(), 0.945},
	}
	for _, f := range floors {
		if f.got < f.floor && part == "dev" {
			t.Errorf("%s %.3f, at least %.3f", f.what, f.got, f.floor)
		}
	}
}
