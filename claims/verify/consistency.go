package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/facts"
)

var consistency = Check{
	ID:      "consistency",
	Title:   "the article agrees with itself: headline and body, names, speakers, days, ages, sums and percentages",
	article: checkConsistency,
	Catch:   consistencyCatch,
	Spare:   consistencySpare,
}

// disagreements lists what is compared within one article.
var disagreements = []func(*claims.Dossier, []statement) []claims.Finding{
	headlineAndBody, twoSpellings, twoFigures, ageAndBirth, sumOfParts, shareOfParts, twoSpeakers, dayAndDate,
}

// statement is one claim with what is compared of it.
type statement struct {
	claim claims.Claim
	names []facts.Fact
	facts []facts.Fact // numbers and dates
}

func checkConsistency(d *claims.Dossier) []claims.Finding {
	var all []statement
	for _, e := range d.Entries {
		if !e.Claim.Cut {
			all = append(all, statement{e.Claim, facts.Names(e.Claim.Text), facts.NumbersOn(e.Claim.Text, d.Draft.At)})
		}
	}
	var found []claims.Finding
	for _, find := range disagreements {
		found = append(found, find(d, all)...)
	}
	return found
}

// differ makes a finding of two claims that don't agree, at the second.
func differ(d *claims.Dossier, severity claims.Severity, s statement, at claims.Span, message string, args ...any) claims.Finding {
	q := inquiry{dossier: d, claim: s.claim}
	f := q.find(severity, claims.Contradicted, nil, message, args...)
	f.Spans = q.span(at)
	return f
}

// stretch is a stretch of a claim.
type stretch struct {
	claim claims.Claim
	at    claims.Span
}

// beside adds to a finding where the other side stands in the draft.
func (p stretch) beside(f claims.Finding, d *claims.Dossier) claims.Finding {
	q := inquiry{dossier: d, claim: p.claim}
	f.Spans = append(f.Spans, q.span(p.at)...)
	return f
}

// twoSpellings finds a full name that the article spells two ways. One that
// stands more often is taken for the right one.
func twoSpellings(d *claims.Dossier, all []statement) []claims.Finding {
	written := newSpellings(all)
	var found []claims.Finding
	told := map[string]bool{}
	for _, s := range all {
		for _, n := range s.names {
			if told[n.Text] {
				continue
			}
			other, ok := written.right(n.Text)
			if !ok {
				other, ok = written.surname(n.Text)
			}
			if ok {
				told[n.Text] = true
				f := differ(d, claims.Warning, s, n.Span, "the article spells it %s here and %s elsewhere: choose the right one", n.Text, other)
				found = append(found, written.at[other].beside(f, d))
			}
		}
	}
	return found
}

// spellings is how often, and from where on, an article has each full name.
type spellings struct {
	count, first map[string]int
	at           map[string]stretch  // where each stands first
	sharing      map[string][]string // the names by their first and last words
	words        map[string]bool     // of all full names
	alone        map[string]int      // how often the article has a name of one word
	families     []string            // the full names of persons, each family name once
}

func newSpellings(all []statement) spellings {
	s := spellings{count: map[string]int{}, first: map[string]int{}, at: map[string]stretch{}, sharing: map[string][]string{}, words: map[string]bool{}, alone: map[string]int{}}
	for _, statement := range all {
		for _, n := range statement.names {
			words := strings.Fields(n.Text)
			if len(words) < 2 {
				s.alone[n.Text]++
				continue
			}
			if family := words[len(words)-1]; facts.IsPersons(n.Text) && !s.words[family] {
				s.families = append(s.families, n.Text)
			}
			for _, w := range words {
				s.words[w] = true
			}
			if s.count[n.Text]++; s.count[n.Text] > 1 {
				continue
			}
			s.first[n.Text], s.at[n.Text] = len(s.first), stretch{statement.claim, n.Span}
			for _, w := range []string{words[0], words[len(words)-1]} {
				s.sharing[w] = append(s.sharing[w], n.Text)
			}
		}
	}
	return s
}

// mostSharing is how many names with a word in common are compared with one: of
// more, the word is that of a place or a firm.
const mostSharing = 200

// right returns the spelling that the article prefers to one, where there is
// another that is likely to be of the same.
func (s spellings) right(name string) (string, bool) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return "", false
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		others := s.sharing[w]
		for _, other := range others[:min(len(others), mostSharing)] {
			more := s.count[other] > s.count[name] || s.count[other] == s.count[name] && s.first[other] < s.first[name]
			if more && facts.NearName(name, other) && isOnePersons(name, other) {
				return other, true
			}
		}
	}
	return "", false
}

// mostFamilies is how many persons an article may have for each family name that
// stands alone to be compared with theirs.
const mostFamilies = 200

// surname returns the full name of the person whose family name one that stands
// alone, and once, misspells: no full name has it.
func (s spellings) surname(name string) (string, bool) {
	if s.alone[name] != 1 || s.words[name] || len(s.families) > mostFamilies {
		return "", false
	}
	for _, full := range s.families {
		words := strings.Fields(full)
		family := words[len(words)-1]
		if name[0] == family[0] && facts.NearName(name, family) && s.alone[family] > 0 {
			return full, true
		}
	}
	return "", false
}

// isOnePersons reports whether two spellings are likely to be of one: the first
// words are the same, or the last are. Brothers share the last and have first
// names that are more than a letter apart.
func isOnePersons(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return x[0] == y[0] || x[len(x)-1] == y[len(y)-1]
}

// twoSpeakers finds words in quotation marks that the article gives to two named
// people.
func twoSpeakers(d *claims.Dossier, all []statement) []claims.Finding {
	const least = 4 // words: fewer are a phrase that anybody uses
	type speaking struct {
		speaker string
		stretch
	}
	said := map[string][]speaking{} // who is given as saying words
	var found []claims.Finding
	for _, s := range all {
		speaker := s.claim.Speaker()
		if speaker == "" || speaker == strings.ToLower(speaker) || isPronoun(speaker) {
			continue
		}
		for _, f := range facts.Quotations(s.claim.Text) {
			words := strings.ToLower(claims.FoldWords(f.Text))
			if len(strings.Fields(words)) < least {
				continue
			}
			for _, other := range said[words] {
				if !sharesName(other.speaker, speaker) {
					both := differ(d, claims.Warning, s, f.Span, "both %s and %s are given as saying “%s”: see whose words they are", other.speaker, speaker, shorten(f.Text))
					found = append(found, other.beside(both, d))
				}
			}
			if !slices.ContainsFunc(said[words], func(o speaking) bool { return o.speaker == speaker }) {
				said[words] = append(said[words], speaking{speaker, stretch{s.claim, f.Span}})
			}
		}
	}
	return found
}

var consistencyCatch = []Example{
	{Claim: "Harbour firm to cut 400 jobs", Place: claims.InHeadline, Beside: "The harbour firm will cut 240 jobs in its two yards.", Says: "the headline says 400, the body says 240"},
	{Claim: "Port Pays $4.2 Million for Dredger", Place: claims.InHeadline, Beside: "The port is to pay $4.2 billion for the old dredger, it said.", Says: "the body says $4.2 billion"},
	{Claim: "Three of the harbour's pilots left within 18 months, the union says", Place: claims.InDek, Beside: "The union says that three of its pilots left.", Says: "18 months, which the body does not"},
	{Claim: "Katherine Renner Halts Sale of Ferry Line", Place: claims.InHeadline, Beside: "Judge Katharine Renner halted the sale.", Says: "the body spells it Katharine Renner"},
	{Claim: "The yard burnt on Saturday, July 5, 2019, in the night.", Says: "Saturday, July 5, 2019 is a Friday"},
	{Claim: "The lock opens on Monday, 5 May.", Says: "Monday, 5 May is a Tuesday"},
	{Claim: "Then Lindquist held the licence.", Beside: "Pieter Lindqvist came; later Lindqvist left the ship.", Says: "elsewhere"},
	{Claim: "“It was never safe to sail her,” the owner, Kit Moss, said.", Beside: "“It was never safe to sail her,” Ida Brandt said.", Speaker: "Kit Moss", Says: "whose words"},
	{Claim: "Ida Brandt, a pilot aged 71 and born on 3 May 1965, has retired.", Says: "60 or 61"},
	{Claim: "The port spent £3m on cranes and £5m on sheds, £9m in all.", Says: "add up to"},
	{Claim: "Katherine Renner ruled on Monday.", Beside: "Judge Katharine Renner heard the case.", Says: "elsewhere"},
	{Claim: "Pieter Lindqvist held a licence.", Beside: "Captain Pieter Lindquist left the ship.", Says: "spells it"},
	{Claim: "Marcus Oyelaran founded it.", Beside: "It was Marcus Oyelran's idea.", Says: "spells it"},
	{Claim: "The harbour employs 420 people in its yards.", Beside: "The harbour company employs 240 people in its yards.", Says: "240"},
	{Claim: "The owner paid $4.2 million for the old dredger.", Beside: "The owner paid $4.2 billion for the old dredger in all.", Says: "seems to be the same"},
	{Claim: "Ida Brandt, a 41-year-old pilot born in 1961, left.", Says: "64 or 65"},
	{Claim: "The mayor, born in 2001 and 44 years old, resigned.", Says: "24 or 25"},
	{Claim: "Ships took 30 containers and trains 50, a total of 90.", Says: "add up to 80"},
	{Claim: "The port lost 12 tugs and the town 15 boats, altogether 29.", Says: "add up to 27"},
	{Claim: "The budget of €91.3 million is made up of €40.1 million for roads, €31.2 million for schools and €22 million for the port.", Says: "add up to 93.3 million"},
	{Claim: "Of the claims, 38 of 450, or 12 percent, were paid.", Says: "8.4 percent"},
	{Claim: "It found that 30 of the 60 boats (45 percent) leaked.", Says: "50.0 percent"},
	{Claim: "“We felt one long scrape,” said Moss.", Beside: "“We felt one long scrape,” said Ida Brandt.", Speaker: "Moss", Says: "both"},
	{Claim: "Some 9 of 12 judges — 60 percent — agreed.", Says: "75.0 percent"},
}

var consistencySpare = []Example{
	{Claim: "Harbour firm to cut 240 jobs", Place: claims.InHeadline, Beside: "The harbour firm will cut 240 jobs in its two yards."},
	{Claim: "Harbour firm to cut nearly 250 jobs", Place: claims.InHeadline, Beside: "The harbour firm will cut 247 jobs in its two yards."},
	{Claim: "Port pays $4bn for dredger", Place: claims.InHeadline, Beside: "The port is to pay $4.02 billion for the old dredger, it said."},
	{Claim: "Five things to know about the port", Place: claims.InHeadline, Beside: "The port has 240 cranes."},
	{Claim: "Katharine Renner Halts Sale of Ferry Line", Place: claims.InHeadline, Beside: "Judge Katharine Renner halted the sale."},
	{Claim: "The yard burnt on Friday, July 5, 2019, in the night."},
	{Claim: "The lock opens on Tuesday, 5 May."},
	{Claim: "They struck on Tuesday, September 11, and again in the spring."},
	{Claim: "Then Lindqvist held the licence.", Beside: "Pieter Lindqvist came; later Lindqvist left the ship."},
	{Claim: "“It was never safe,” Kit Moss said.", Beside: "“It was never dry,” Ida Brandt said.", Speaker: "Kit Moss"},
	{Claim: "The port spent £3m on cranes and £5m on sheds, £8m in all."},
	{Claim: "Katherine Renner ruled on Monday.", Beside: "Katherine Renner heard the case."},
	{Claim: "Katherine Renner ruled on Monday.", Beside: "Renner heard the case."},
	{Claim: "John Moss ruled on Monday.", Beside: "Joan Ross heard the case."},
	{Claim: "The harbour employs 420 people in its yards.", Beside: "The harbour employed 240 people in its yards in 2019."},
	{Claim: "The harbour employs 420 people in its yards.", Beside: "The airport has 240 people."},
	{Claim: "The harbour company employs about 400 people in its yards.", Beside: "The harbour company employs 412 people in its yards."},
	{Claim: "“We felt one long scrape,” said Brandt.", Beside: "“We felt one long scrape,” Ida Brandt said.", Speaker: "Brandt"},
	{Claim: "Ida Brandt, a 64-year-old pilot born in 1961, left."},
	{Claim: "Ida Brandt, born in 1961, was 41 years old when she left."},
	{Claim: "Ships took 30 containers and trains 50, a total of 80."},
	{Claim: "The budget of €91.3 million is made up of €40.1 million for roads, €31.2 million for schools and €20 million for the port."},
	{Claim: "The fleet of 40 boats comprises 12 trawlers and 28 tugs, 3 of them for sale."},
	{Claim: "Of the claims, 38 of 450, or 8 percent, were paid."},
	{Claim: "It found that 30 of the 60 boats (50 percent) leaked."},
	{Claim: "The fund gave 30 of its 60 boats to a town where 45 percent have none."},
}
