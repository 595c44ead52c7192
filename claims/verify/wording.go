package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

var wording = Check{
	ID:    "wording",
	Title: "a claim that follows its source word for word has no word of its own",
	claim: checkWording,
	Catch: wordingCatch,
	Spare: wordingSpare,
}

// The bounds within which a sentence of the copy follows one of a source: it is
// short, and half of its words stand in that one. Longer sentences sum several
// up, in words of their own.
const (
	fewestWords = 3
	mostWords   = 8
	followed    = 0.5
)

// checkWording reports the one word of a sentence of the copy that no source has
// where that follows a sentence of a source otherwise: "finished" for "won" is a
// slip that no figure shows.
func checkWording(q *inquiry) []claims.Finding {
	if !q.isReadWhole() {
		return nil
	}
	var found []claims.Finding
	for _, s := range sentences(q.claim.Text) {
		if len(s.words) < fewestWords || len(s.words) > mostWords {
			continue
		}
		stem, ok := q.lonely(s.In(q.claim.Text))
		if !ok || q.isNamed(stem) || len(flags().rows[stem]) > 0 { // those have checks of their own
			continue
		}
		if ev, as := q.follows(s.words); as != nil {
			word := wordOf(s.In(q.claim.Text), stem)
			at := claims.Span{Start: s.Start + word.Start, End: s.Start + word.End}
			if q.isFigured(at) {
				continue
			}
			f := q.find(claims.Info, claims.NotFound, ev, "the copy follows %s%s but for “%s”, which stands nowhere in it: see that it says the same",
				ev.source.Name(), onPage(pageName(*ev, as.Start)), at.In(q.claim.Text))
			f.Spans = q.span(at)
			f.Evidence = []claims.Span{as.Span}
			found = append(found, f)
		}
	}
	return found
}

// light are words that a writer puts in or leaves out without saying otherwise.
const light = " now old still again later ago back today here there always ever once twice too quite rather almost already away far long soon often little lot thing way number case part side kind set put get got take make come go give keep let show see look seem become call know want need use work try ask tell together altogether date dates n't n’t don didn doesn isn wasn aren won couldn wouldn hasn hadn "

// isNamed reports whether a stem is part of a name, which another check looks
// for.
func (q *inquiry) isNamed(stem string) bool {
	return slices.ContainsFunc(q.names(), func(n facts.Fact) bool { return slices.Contains(contentWords(n.Text), stem) })
}

// isFigured reports whether a word is part of a date or a figure, which other
// checks look for: "October", "an eighth".
func (q *inquiry) isFigured(word claims.Span) bool {
	return slices.ContainsFunc(q.numbers(), func(f facts.Fact) bool {
		return (f.Kind == facts.Date || f.Kind == facts.Number || f.Kind == facts.Ordinal) && f.Start <= word.Start && word.End <= f.End
	})
}

// lonely returns the stem of the only word of a sentence that no source has,
// where there is just one, and that is no light one.
func (q *inquiry) lonely(text string) (stem string, ok bool) {
	isLight := false
	for _, w := range strings.FieldsFunc(text, isOutsideWord) {
		s, carries := stems.content(w)
		if !carries || s == stem || slices.ContainsFunc(q.read(), func(ev evidence) bool { return ev.reading.hasWord(w, s) }) {
			continue
		}
		if ok {
			return "", false
		}
		stem, ok, isLight = s, true, strings.Contains(light, " "+present(bareWord(w))+" ")
	}
	return stem, ok && !isLight
}

// follows returns the sentence of a source that has most of the words, where it
// has enough of them.
func (q *inquiry) follows(words []string) (*evidence, *sentence) {
	var in *evidence
	var best *sentence
	most := 0
	for _, ev := range q.read() {
		all := ev.reading.sentences()
		for i := range all {
			if n := shared(words, all[i].words); n > most {
				most, in, best = n, &ev, &all[i]
			}
		}
	}
	if float64(most) < followed*float64(len(words)) {
		return nil, nil
	}
	return in, best
}

// hasWord reports whether a word stands in the text, or another of its stem, in
// British spelling or in American.
func (r *reading) hasWord(word, stem string) bool {
	return r.named().HasWord(bareWord(word)) || r.stems()[stem] ||
		slices.ContainsFunc(otherSpellings(stem), func(other string) bool { return r.stems()[other] })
}

// endings are what British and American spelling write otherwise in a stem.
var endings = [][2]string{{"our", "or"}, {"is", "iz"}, {"is", ""}, {"ys", "yz"}, {"tre", "ter"}, {"tr", "ter"}, {"enc", "ens"}, {"ogu", "og"}, {"mme", "m"}, {"mm", "m"}, {"ll", "l"}}

// otherSpellings returns how a stem may be written on the other side of the
// Atlantic.
func otherSpellings(stem string) []string {
	var all []string
	for _, pair := range endings {
		for i, ending := range pair {
			if begin, ok := strings.CutSuffix(stem, ending); ok && len(begin) > 1 {
				all = append(all, begin+pair[1-i])
			}
		}
	}
	return all
}

// wordOf returns where the first word of a stem stands in a text.
func wordOf(text, stem string) claims.Span {
	end := 0
	for _, w := range strings.FieldsFunc(text, isOutsideWord) {
		start := end + strings.Index(text[end:], w)
		end = start + len(w)
		if s, ok := stems.content(w); ok && s == stem {
			return claims.Span{Start: start, End: end}
		}
	}
	return claims.Span{Start: 0, End: len(text)}
}

var wordingCatch = []Example{
	{Claim: "The ferry won the regatta off Saltby.", Cites: []Exhibit{{Text: "The ferry finished ninth in the regatta off Saltby."}}, Says: "“won”"},
	{Claim: "The council rejected the harbour plan.", Cites: []Exhibit{{Text: "The council approved the harbour plan on Monday."}}, Says: "“rejected”"},
	{Claim: "The mayor boasted over the dredging contract.", Cites: []Exhibit{{Text: "The mayor apologised over the dredging contract."}}, Says: "“boasted”"},
	{Claim: "Brandt joined the ferry company.", Cites: []Exhibit{{Text: "Brandt praised the ferry company."}}, Says: "“joined”"},
	{Claim: "Three pilots were married at the harbour office.", Cites: []Exhibit{{Text: "Three pilots were questioned at the harbour office."}}, Says: "“married”"},
	{Claim: "The yard builds warships in Carrow.", Cites: []Exhibit{{Text: "The yard builds trawlers in Carrow."}}, Says: "“warships”"},
	{Claim: "The judge dismissed the pilot's complaint.", Cites: []Exhibit{{Text: "The judge heard the pilot's complaint in May."}}, Says: "“dismissed”"},
	{Claim: "The bridge collapsed after the storm.", Cites: []Exhibit{{Text: "The bridge was closed after the storm, and opened again."}}, Says: "“collapsed”"},
	{Claim: "The director denied the merger talks.", Cites: []Exhibit{{Text: "The director confirmed the merger talks."}}, Says: "“denied”"},
	{Claim: "Wages doubled at the dredging yard.", Cites: []Exhibit{{Text: "Wages rose at the dredging yard, it said."}}, Says: "“doubled”"},
	{Claim: "The union cancelled the harbour strike.", Cites: []Exhibit{{Text: "The union postponed the harbour strike."}}, Says: "“cancelled”"},
	{Claim: "Carrow Marine owns the tugs.", Cites: []Exhibit{{Text: "Carrow Marine charters the tugs by the week."}}, Says: "“owns”"},
}

var wordingSpare = []Example{
	{Claim: "The council approved the harbour plan.", Cites: []Exhibit{{Text: "On Monday the council approved the harbour plan."}}},
	{Claim: "The council approves harbour plans.", Cites: []Exhibit{{Text: "On Monday the council approved the harbour plan."}}},
	{Claim: "The council voted down what the port had asked for.", Cites: []Exhibit{{Text: "On Monday the plan failed by one vote."}}},
	{Claim: "The ferry won.", Cites: []Exhibit{{Text: "The ferry finished ninth."}}},
	{Claim: "The mayor resigned over the dredging contract.", Cites: []Exhibit{{Text: "The mayor apologised over the dredging contract."}, {Text: "The mayor has resigned."}}},
	{Claim: "The mayor resigned over the dredging contract.", Cites: []Exhibit{{Text: "The mayor apologised over the dredging contract."}, {State: "blocked"}}},
	{Claim: "The yard, which once employed half of the town and built warships, tugs and lightships, now builds trawlers in Carrow.", Cites: []Exhibit{{Text: "The yard builds trawlers in Carrow."}}},
	{Claim: "The pilots were questioned.", Cites: []Exhibit{{Text: "The pilots were questioned."}}},
	{Claim: "A storm closed the bridge.", Cites: []Exhibit{{Text: "The bridge was closed after the storm."}}},
	{Claim: "The director said so.", Cites: []Exhibit{{Text: "It was the director who said it."}}},
	{Claim: "Wages at the yard rose 4 percent.", Cites: []Exhibit{{Text: "Wages at the yard rose by 4 percent."}}},
	{Claim: "The union's strike was postponed.", Cites: []Exhibit{{Text: "The union postponed the strike."}}},
	{Claim: "The harbor master organized the rescue.", Cites: []Exhibit{{Text: "The harbour master organised the rescue."}}},
	{Claim: "The center was opened in October.", Cites: []Exhibit{{Text: "The centre was opened by the mayor."}}},
	{Claim: "Together the yards employ 801 people.", Cites: []Exhibit{{Text: "The yards employ 801 people."}}},
	{Claim: "Leaks fell by an eighth last year.", Cites: []Exhibit{{Text: "Leaks fell by 12.5 percent."}}},
	{Claim: "It lost ten liters of water.", Cites: []Exhibit{{Text: "It lost ten litres of water."}}},
}
