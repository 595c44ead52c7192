package cmd

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"stet/claims"
)

// writeBrat writes what was found as brat standoff (.ann), for annotation tools
// and whatever measures one annotation by another; the format is described at
// https://brat.nlplab.org/standoff.html. Claims, speakers, cues and contents are
// text-bound annotations, relations tie a cue to the others, and attributes say
// what a claim or a cue is. Offsets count characters of the text that "stet
// read" shows.
func writeBrat(w io.Writer, e extraction) error {
	b := brat{out: w, text: e.Text, ids: map[byte]int{}, counted: countCharacters(e.Text)}
	for _, c := range e.Claims {
		claim := b.bound("Claim", c.Spans...)
		b.attribute("Label", claim, c.Label.String())
		b.attribute("Priority", claim, string(c.Priority))
		for _, a := range c.Attributions {
			b.attribution(claim, a)
		}
	}
	return b.err
}

// brat writes annotations until a write fails.
type brat struct {
	out     io.Writer
	text    string
	ids     map[byte]int // the last number given to each sort of annotation
	counted characterCount
	err     error
}

func (b *brat) line(sort byte, format string, args ...any) string {
	b.ids[sort]++
	id := fmt.Sprintf("%c%d", sort, b.ids[sort])
	if b.err == nil {
		_, b.err = fmt.Fprintf(b.out, id+"\t"+format+"\n", args...)
	}
	return id
}

func (b *brat) attribution(claim string, a claims.Attribution) {
	if a.Cue.Text == "" {
		return // a quotation of nobody: there are no words to point at
	}
	cue := b.bound("Cue", a.Cue.Span)
	b.line('R', "In Arg1:%s Arg2:%s", cue, claim)
	b.attribute("Label", cue, a.Label.String())
	for _, flag := range []struct {
		name string
		set  bool
	}{{"Anonymous", a.Anonymous}, {"Hedged", a.Hedged}, {"Denied", a.Denied}} {
		if flag.set {
			b.line('A', "%s %s", flag.name, cue)
		}
	}
	if a.Speaker.Text != "" {
		b.line('R', "By Arg1:%s Arg2:%s", cue, b.bound("Speaker", a.Speaker.Span))
	}
	if a.Content.Text != "" {
		b.line('R', "Says Arg1:%s Arg2:%s", cue, b.bound("Content", a.Content.Span))
	}
}

// attribute gives an annotation a value, of which brat wants one word.
func (b *brat) attribute(name, of, value string) {
	b.line('A', "%s %s %s", name, of, strings.ReplaceAll(value, " ", "-"))
}

// bound writes an annotation of some words. A line end parts them in two, as
// brat wants it.
func (b *brat) bound(kind string, spans ...claims.Span) string {
	var places, words []string
	for _, s := range spans {
		at := s.Start
		for _, line := range strings.SplitAfter(s.In(b.text), "\n") {
			if text := strings.TrimRight(line, "\r\n"); text != "" {
				places = append(places, fmt.Sprintf("%d %d", b.counted.before(b.text, at), b.counted.before(b.text, at+len(text))))
				words = append(words, text)
			}
			at += len(line)
		}
	}
	return b.line('T', "%s %s\t%s", kind, strings.Join(places, ";"), strings.Join(words, " "))
}

// characterCount is how many characters stand before every so many bytes of a
// text.
type characterCount []int

const countEvery = 1024

func countCharacters(text string) characterCount {
	counts := characterCount{0}
	n := 0
	for at := range text {
		for at >= len(counts)*countEvery {
			counts = append(counts, n)
		}
		n++
	}
	return counts
}

// before returns how many characters stand before a byte that begins one.
func (c characterCount) before(text string, at int) int {
	i := min(at/countEvery, len(c)-1)
	from := i * countEvery
	for from < at && !utf8.RuneStart(text[from]) {
		from++ // the character that began before is counted already
	}
	return c[i] + utf8.RuneCountInString(text[from:at])
}
