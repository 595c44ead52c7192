package verify

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

// library makes a dossier of so many claims, each citing two of the sources,
// and the sources' texts: prose of common words with figures and names, of
// which the citations quote a sentence.
func library(claimCount, sourceCount, size int) (*claims.Dossier, map[sources.Digest]*sources.Text) {
	r := rand.New(rand.NewPCG(6, 2026))
	words := strings.Fields(`the a harbour council ship company said that it would pay new old bridge in of and to for with by from
		pilot report court filing spokesman million percent year month week people city port owner insurer crew night wind`)
	names := strings.Fields("Brandt Whitlock Oyelaran Reyes Halden Corvane Lindqvist Saltby Easterhaven Carrow")
	sentence := func() string {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s", names[r.IntN(len(names))], names[r.IntN(len(names))])
		for range 10 + r.IntN(12) {
			b.WriteString(" " + words[r.IntN(len(words))])
		}
		fmt.Fprintf(&b, " %d.%d million in %d.", r.IntN(900), r.IntN(10), 1990+r.IntN(36))
		return b.String()
	}
	d := &claims.Dossier{Sources: map[string]claims.Evidence{}}
	texts := map[sources.Digest]*sources.Text{}
	all := make([][]string, sourceCount)
	for i := range sourceCount {
		n := 0
		for n < size {
			s := sentence()
			all[i] = append(all[i], s)
			n += len(s) + 1
		}
		t := &sources.Text{Body: strings.Join(all[i], " ")}
		digest := sources.DigestOf([]byte(t.Body))
		texts[digest] = t
		id := fmt.Sprint("s", i)
		d.Sources[id] = claims.Evidence{Source: sources.Source{ID: id, Number: i + 1, Address: fmt.Sprint("https://example.com/", i), Kind: sources.NewsReport},
			Last: &sources.Capture{State: sources.Captured}, Snapshot: digest}
	}
	var draft strings.Builder
	for i := range claimCount {
		e := claims.Entry{Claim: claims.Claim{ID: fmt.Sprint("c", i), Number: i + 1, Label: claims.OwnVoice}}
		for k := range 2 {
			s := (i*2 + k) * 7919 % sourceCount
			quoted := all[s][r.IntN(len(all[s]))]
			if k == 0 {
				e.Claim.Text = quoted
			}
			e.Citations = append(e.Citations, claims.Citation{ID: fmt.Sprint("t", i, "-", k), Claim: e.Claim.ID, Source: fmt.Sprint("s", s), Quote: quoted[:len(quoted)-1]})
		}
		e.Claim.Spans = []claims.Span{{Start: draft.Len(), End: draft.Len() + len(e.Claim.Text)}}
		draft.WriteString(e.Claim.Text + " ")
		d.Entries = append(d.Entries, e)
	}
	d.Draft.Text = draft.String()
	return d, texts
}

// BenchmarkRun verifies 10,000 claims with two citations each on 1,000 sources
// of 30 KB. The texts are at hand, as after reading; all else is in the figures:
// folding them, finding their figures, dates and names, and looking up. On a
// machine that is busy otherwise claims a second of processor time say more
// than claims a second; the peak is all that the program took from the system,
// with the texts and the dossier.
func BenchmarkRun(b *testing.B) {
	d, texts := library(10_000, 1_000, 30_000)
	open := func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }
	runtime.GC()
	began := processorTime()
	for b.Loop() {
		if _, err := Run(b.Context(), d, open, Options{Parallel: runtime.GOMAXPROCS(0)}); err != nil {
			b.Fatal(err)
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	verified := float64(len(d.Entries) * b.N)
	b.ReportMetric(verified/b.Elapsed().Seconds(), "claims/s")
	if took := processorTime() - began; took > 0 {
		b.ReportMetric(verified/took.Seconds(), "claims/processor-s")
	}
	b.ReportMetric(float64(memory.Sys)/1e6, "MB-peak")
}
