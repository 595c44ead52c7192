package extract

import "stet/claims"

// attribute returns the attributions of the sentence at index i, in reading
// order. An attitude is one only where nobody's word is given: in "the
// complaint says that he wanted it", what he wanted is the complaint's word.
func (d *draft) attribute(i int) []claims.Attribution {
	as := d.given(i)
	d.record(i, as)
	return as
}

// given returns the attributions of the sentence at index i without the terms
// on which the speakers spoke.
func (d *draft) given(i int) []claims.Attribution {
	var words, attitudes []claims.Attribution
	var last *saying
	for _, f := range inChains(d.findings(i)) {
		a := f.attribution(d)
		if f.isAttitude() {
			attitudes = append(attitudes, a)
			continue
		}
		a.Beside = a.Beside || len(words) > 0 && words[len(words)-1].Beside && f.goesOn(last)
		words, last = append(words, a), f
	}
	if len(words) > 0 {
		return words
	}
	carried := d.carried(i)
	if len(carried) == 1 && carried[0].Speaker.Text == "" {
		if a, ok := d.resumed(i); ok {
			carried[0] = a
		}
	}
	return append(carried, attitudes...)
}

// inChains puts second-hand words in the order of the chain: in "The Journal,
// citing court filings, reported", the Journal's word comes first and rests on
// the filings.
func inChains(fs []*saying) []*saying {
	for k := 0; k+1 < len(fs); k++ {
		cited, by := fs[k], fs[k+1]
		if cited.reading.lemma == "cite" && !by.speaker.empty() && by.s == cited.s && by.speaker.first < cited.first && by.speaker.first < by.first && by.reading.sense != holds {
			fs[k], fs[k+1] = by, cited
		}
	}
	return fs
}

// findings returns the cues of the sentence at index i with what each connects.
func (d *draft) findings(i int) []*saying {
	var all []*saying
	for _, s := range d.sentences[i].stretches() {
		for _, c := range cues(s) {
			all = append(all, d.find(s, c).apart()...)
		}
	}
	for k := 0; k+1 < len(all); k++ {
		all[k].endBefore(all[k+1])
	}
	return all
}

// saying is a cue with the words that it connects.
type saying struct {
	cue
	s       *sentence
	speaker run
	content claims.Span
	carries *sentence // the one that carries its quotation on, if that is asked about
}

func (d *draft) find(s *sentence, c cue) *saying {
	f := &saying{cue: c, s: s, speaker: unmarked(s.words, speakerOf(s.words, &c))}
	f.content = contentOf(d.text.Body, f)
	return f
}

// unmarked narrows a run to what lies between its leading and trailing marks.
func unmarked(ws []word, r run) run {
	for !r.empty() && ws[r.first].isMark() {
		r.first++
	}
	for !r.empty() && ws[r.end-1].isMark() && ws[r.end-1].text != "%" && (ws[r.end-1].text != ")" || bracketStart(ws, r.end-1) == r.end-1) {
		r.end--
	}
	return r
}

// apart parts a saying in two where its speaker is two sorts of paper, one of
// a court and one not: "reports and court documents".
func (f *saying) apart() []*saying {
	for k := f.speaker.first + 1; k+1 < f.speaker.end; k++ {
		if f.s.words[k].lower != "and" {
			continue
		}
		first, second := *f, *f
		first.speaker.end, second.speaker.first = k, k+1
		_, one := first.paper(first.speaker)
		_, other := second.paper(second.speaker)
		if one != other && first.speaks(document) && second.speaks(document) {
			return []*saying{&first, &second}
		}
	}
	return []*saying{f}
}

func (f *saying) attribution(d *draft) claims.Attribution {
	body := d.text.Body
	a := claims.Attribution{
		Hedged:    f.isHedged(),
		Anonymous: f.isAnonymous(),
		Denied:    f.reading.sense == denies && !f.negated,
		Cue:       phrase(body, f.span(run{f.first, f.last + 1})),
		Speaker:   phrase(body, f.named()),
		Content:   phrase(body, f.content),
	}
	a.Label, a.Voice = d.label(f)
	a.Antecedent = d.antecedent(f)
	a.Kind = d.kindOf(f, a.Antecedent)
	a.Mood = f.mood()
	a.Beside = f.isBeside()
	return a
}

func (f *saying) words() []word { return f.s.words }

// span returns what the run covers in the draft.
func (f *saying) span(r run) claims.Span {
	if r.empty() {
		return claims.Span{}
	}
	return claims.Span{Start: f.s.words[r.first].Start, End: f.s.words[r.end-1].End}
}

func phrase(body string, s claims.Span) claims.Phrase {
	if s.End <= s.Start {
		return claims.Phrase{}
	}
	return claims.Phrase{Text: s.In(body), Span: s}
}

// isHedged reports whether the copy keeps its distance from the word it gives.
func (f *saying) isHedged() bool {
	if f.kind == byHedge || f.kind == byPassive && f.speaker.empty() {
		return true
	}
	for k := f.first - 1; k >= max(0, f.first-3); k-- {
		if f.words()[k].is(hedge) {
			return true
		}
	}
	return false
}

// isAnonymous reports whether the speaker is people without a name. A
// spokesman of a named house speaks for the house.
func (f *saying) isAnonymous() bool {
	anonymous := false
	for i, w := range f.words()[f.speaker.first:f.speaker.end] {
		switch {
		case w.isMark(), w.is(relative), w.is(preposition) && i > 0:
			return anonymous
		case w.is(crowd):
			anonymous = true
		case w.capital && i > 0 && !w.is(crowd), w.is(given):
			anonymous = false
		}
	}
	return anonymous
}
