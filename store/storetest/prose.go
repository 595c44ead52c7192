package storetest

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"stet/claims"
)

// writer draws words and makes sentences of them. The same seed makes the same
// sentences.
type writer struct {
	r     *rand.Rand
	noun  *rand.Zipf
	verb  *rand.Zipf
	quals *rand.Zipf
	name  *rand.Zipf
	place *rand.Zipf
	org   *rand.Zipf
}

// Zipf's law for words has an exponent near 1, and v moves the commonest ones
// nearer to each other, as Mandelbrot's correction does.
const (
	zipfExponent = 1.07
	zipfShift    = 4
)

func newWriter(seed, stream uint64) *writer {
	r := rand.New(rand.NewPCG(seed, stream))
	zipf := func(n int) *rand.Zipf { return rand.NewZipf(r, zipfExponent, zipfShift, uint64(n-1)) }
	return &writer{
		r: r, noun: zipf(len(nouns)), verb: zipf(len(verbs)), quals: zipf(len(adjectives)),
		name:  zipf(len(firstNames) * len(nameHeads) * len(nameTails)),
		place: zipf(len(placeHeads) * len(placeTails)), org: zipf(len(orgHeads) * len(orgTails)),
	}
}

// oneIn reports true once in n times.
func (w *writer) oneIn(n int) bool { return w.r.IntN(n) == 0 }

func pick(w *writer, from []string) string { return from[w.r.IntN(len(from))] }

// scattered maps ranks to combinations so that the commonest ones share no
// part: it is a bijection, since the multiplier is a prime that divides no n
// used here.
func scattered(rank uint64, n int) int { return int(rank * 7_919 % uint64(n)) }

func (w *writer) person() string {
	n := len(firstNames) * len(nameHeads) * len(nameTails)
	i := scattered(w.name.Uint64(), n)
	first, i := firstNames[i%len(firstNames)], i/len(firstNames)
	return first + " " + nameHeads[i%len(nameHeads)] + nameTails[i/len(nameHeads)]
}

func (w *writer) somewhere() string {
	i := scattered(w.place.Uint64(), len(placeHeads)*len(placeTails))
	return placeHeads[i%len(placeHeads)] + placeTails[i/len(placeHeads)]
}

func (w *writer) company() string {
	i := scattered(w.org.Uint64(), len(orgHeads)*len(orgTails))
	return orgHeads[i%len(orgHeads)] + " " + orgTails[i/len(orgHeads)]
}

// count returns a figure of one to six digits, small ones more often, as
// newspapers write it.
func (w *writer) count() string {
	n := 2 + w.r.IntN(9)
	for range w.r.IntN(5) {
		n = n*10 + w.r.IntN(10)
	}
	s := strconv.Itoa(n)
	if len(s) > 3 {
		s = s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

func (w *writer) money() string {
	figure := strconv.Itoa(1 + w.r.IntN(990))
	if w.oneIn(2) {
		figure = fmt.Sprintf("%d.%d", 1+w.r.IntN(99), w.r.IntN(10))
	}
	return pick(w, []string{"$", "$", "$", "€", "£"}) + figure + " " + pick(w, []string{"million", "million", "billion"})
}

func (w *writer) when() string {
	switch w.r.IntN(4) {
	case 0:
		return "on " + pick(w, days)
	case 1:
		return "in " + strconv.Itoa(1990+w.r.IntN(36))
	case 2:
		return "on " + pick(w, months) + " " + strconv.Itoa(1+w.r.IntN(28))
	}
	return "last " + pick(w, []string{"week", "month", "year", "spring", "summer", "autumn"})
}

// slot returns what stands in the place of {name} this time.
func (w *writer) slot(name string) string {
	switch name {
	case "noun":
		return nouns[w.noun.Uint64()]
	case "verb":
		return verbs[w.verb.Uint64()]
	case "adjective":
		return adjectives[w.quals.Uint64()]
	case "person":
		return w.person()
	case "place":
		return w.somewhere()
	case "org":
		return w.company()
	case "count":
		return w.count()
	case "unit":
		return pick(w, units)
	case "money":
		return w.money()
	case "percent":
		return strconv.Itoa(1+w.r.IntN(99)) + " percent"
	case "year":
		return strconv.Itoa(1950 + w.r.IntN(90))
	}
	return w.when()
}

// core returns a statement without its first capital and its full stop.
func (w *writer) core() string {
	var b strings.Builder
	pattern := pick(w, cores)
	for pattern != "" {
		before, rest, _ := strings.Cut(pattern, "{")
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(before)
		if name != "" {
			b.WriteString(w.slot(name))
		}
		pattern = after
	}
	return b.String()
}

// sentence is a statement with who says so; offsets are into its text.
type sentence struct {
	text         string
	label        claims.Label
	attributions []claims.Attribution
}

// sentence says the core on somebody's word, or on nobody's.
func (w *writer) sentence(core string) sentence {
	a := claims.Attribution{Label: claims.Reported, Kind: claims.Named}
	var speaker, cue string
	switch w.r.IntN(10) {
	case 0, 1, 2, 3:
		if w.oneIn(20) {
			return sentence{text: capital(core) + "."} // undecided
		}
		return sentence{text: capital(core) + ".", label: claims.OwnVoice}
	case 4, 5:
		speaker, cue = w.person(), pick(w, saidWords)
	case 6:
		speaker, cue, a.Kind = pick(w, outlets), pick(w, reportWords), claims.Institution
	case 7:
		speaker, cue, a.Kind, a.Label = w.company(), pick(w, announceWords), claims.Institution, claims.Announced
	case 8:
		speaker, cue, a.Kind, a.Label, a.Voice = pick(w, filings), pick(w, filingWords), claims.Document, claims.InCourtFiling, claims.Allegation
	case 9:
		speaker, cue, a.Kind, a.Anonymous = pick(w, unnamed), "said", claims.Unnamed, true
	}
	s := sentence{label: a.Label}
	if w.oneIn(3) {
		s.text = capital(speaker) + " " + cue + " that " + core + "."
		a.Speaker, a.Cue, a.Content = phrase(s.text, 0, len(speaker)), phrase(s.text, len(speaker)+1, len(cue)), phrase(s.text, len(speaker)+len(cue)+7, len(core))
	} else {
		s.text = capital(core) + ", " + speaker + " " + cue + "."
		a.Content, a.Speaker, a.Cue = phrase(s.text, 0, len(core)), phrase(s.text, len(core)+2, len(speaker)), phrase(s.text, len(core)+len(speaker)+3, len(cue))
	}
	s.attributions = []claims.Attribution{a}
	return s
}

func phrase(text string, start, length int) claims.Phrase {
	span := claims.Span{Start: start, End: start + length}
	return claims.Phrase{Text: span.In(text), Span: span}
}

// capital returns s with its first letter, which is ASCII, in upper case.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
