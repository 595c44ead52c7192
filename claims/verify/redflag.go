package verify

import (
	"slices"
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"

	"stet/claims"
)

var redFlag = Check{
	ID:    "red-flag",
	Title: "a word that can be libel, such as arrested for questioned, is one that a source uses",
	claim: checkRedFlags,
	Catch: redFlagCatch,
	Spare: redFlagSpare,
}

// redFlags lists what lawyers for the press call red-flag words: those that say
// of somebody a crime, a charge, a sentence, a disgrace or an end. The words of a
// row say the same; others carry them, for one can hardly be without the other. A
// source that has any of either carries the copy's. Words are compared by their
// stems; two or more stand as they are written.
var redFlags = []struct{ words, carriers string }{
	{"arrest", "detain, apprehend, custody, handcuff, held by police, held on suspicion"},
	{"indict, arraign, prosecute", "charge, prosecution, accuse, plead, trial, court, justice"},
	{"charge", "indict, indictment, arraign, prosecute, prosecution, prosecutor, accuse, plead, trial, court, fee, cost, pay, battery, responsible"},
	{"convict, guilty", "sentence, jail, prison, plead"},
	{"acquit, exonerate", "clear, not guilty, innocent, overturn"},
	{"jail, imprison", "prison, inmate, cell, sentence, behind bars, custody, years in"},
	{"murder, murderer, manslaughter, homicide", "kill, slay, shot dead, stabbed to death, beaten to death"},
	{"kill, slay, assassinate, massacre", "murder, manslaughter, homicide, execution, execute, death, die, dead, deadly, fatal, victim, body, bodies, toll, cull"},
	{"drown", "water, drowning, death, die, dead, body"},
	{"suicide", "own life, hang, hanged, kill himself, killed himself, kill herself, killed herself"},
	{"stab, stabbing", "knife, blade"},
	{"rape, rapist", "sex attack, sexual assault, sexually assault, molest, sexual"},
	{"molest, paedophile, pedophile", "rape, abuse, sexual, child sex"},
	{"harass, stalk", "stalker, advances, misconduct, abuse, unwanted"},
	{"steal, thief, thieves, burgle, burglar, shoplift", "theft, rob, robber, robbery, burglary, loot, raid, take"},
	{"rob, robber, robbery, mug", "steal, theft, burglary, burgle, raid, hold-up, take"},
	{"fraud, fraudster, defraud, swindle, embezzle", "scam, deceive, con, ponzi, forge, launder, dishonest, mislead, fraudulent"},
	{"launder", "laundering, dirty money, proceeds"},
	{"bribe, bribery, kickback", "corrupt, corruption, graft, payoff"},
	{"corrupt, corruption", "bribe, bribery, kickback, graft"},
	{"blackmail, extort", "extortion, threaten"},
	{"perjury, perjure", "lie, lied, false statement"},
	{"smuggle, smuggler", "traffic, contraband"},
	{"kidnap, kidnapper, abduct", "abduction, hostage, captive, captivity, captor, snatch"},
	{"terrorist, terrorism", "terror, extremist, jihadist, militant, bomb, attack"},
	{"bomb, bomber", "explosion, explode, blast, explosive, device, detonate"},
	{"arson, arsonist", "set fire, deliberate, deliberately"},
	{"hit-and-run", "hit and run, failed to stop after, drove off, fled the scene, left the scene"},
	{"drunk, drunken, intoxicated", "alcohol, drink, breath, dui, dwi"},
	{"sack, oust", "dismiss, dismissal, fire, axe, let go, terminate, remove, leave, depart, departure, part company, lose job, replace, resign, without a position"},
	{"resign, resignation, quit", "step down, steps down, stepped down, stepping down, stand down, stood down, leave, depart, departure"},
	{"suspend, suspension", "ban, leave of absence, on leave"},
	{"expel, expulsion, deport, evict", "deportation, eviction, throw out, thrown out, remove"},
	{"sue", "lawsuit, suit, legal action, complaint, plaintiff, court, claim, litigation"},
	{"bankrupt, bankruptcy, insolvent, insolvency", "administration, administrator, liquidate, liquidation, receivership, creditor, chapter 11, chapter 7, collapse"},
	{"injure", "injury, wound, hurt, harm, hospital, casualty, burn, maim, crash, shot"},
	{"fugitive, abscond", "escape, flee, run, wanted"},
	{"addict, addiction, alcoholic", "rehab, drug, alcohol, habit"},
	{"adultery, mistress, infidelity", "affair, cheat, unfaithful"},
	{"plagiarise, plagiarize, plagiarism, plagiarist", "copy, copied, lift"},
	{"cover-up", "conceal, hide, suppress"},
	{"collude, collusion, conspire, conspiracy, cartel", "conspirator, secret, secretly"},
	{"racist, racism, bigot, antisemitic, antisemitism", "racial, racially, xenophobic, antisemite"},
}

// flagTable is the table with its words stemmed.
type flagTable struct {
	rows     map[string][]int // in which a stem is a red flag
	carriers [][]string       // by row: stems that carry it, and phrases
}

var flags = sync.OnceValue(func() flagTable {
	all := flagTable{rows: map[string][]int{}}
	for i, row := range redFlags {
		var carriers []string
		for word := range strings.SplitSeq(row.words, ", ") {
			stem := flagStem(word)
			all.rows[stem] = append(all.rows[stem], i)
			carriers = append(carriers, stem)
		}
		for word := range strings.SplitSeq(row.carriers, ", ") {
			carriers = append(carriers, flagStem(word))
		}
		all.carriers = append(all.carriers, carriers)
	}
	return all
})

// flagStem returns what a word is compared by: its stem, or a phrase as it is.
func flagStem(word string) string {
	if strings.ContainsAny(word, " -") {
		return strings.ReplaceAll(word, "-", " ")
	}
	return english.Stem(word, false)
}

// checkRedFlags reports each red-flag word of the claim for which no source has
// it or another of its row.
func checkRedFlags(q *inquiry) []claims.Finding {
	if !q.isReadWhole() {
		return nil
	}
	var found []claims.Finding
	told := map[string]bool{}
	end := 0
	for _, w := range strings.FieldsFunc(q.claim.Text, isOutsideFlag) {
		at := claims.Span{Start: end + strings.Index(q.claim.Text[end:], w)}
		at.End = at.Start + len(w)
		end = at.End
		stem, _ := stems.content(w)
		if strings.Contains(w, "-") {
			stem = flagStem(bareWord(w))
		}
		rows := flags().rows[stem]
		if len(rows) == 0 || told[stem] || q.isQuotedAt(at) || q.isNamed(stem) || q.carriesFlag(rows) {
			continue
		}
		told[stem] = true
		f := q.find(claims.Info, claims.NotFound, nil, "no source that is cited says “%s” or the like, a word that can be libel: use the source's own, or cite one that says so", w)
		f.Spans = q.span(at)
		found = append(found, f)
	}
	return found
}

func isOutsideFlag(r rune) bool { return isOutsideWord(r) && r != '-' }

// carriesFlag reports whether a source has a word that carries one of some rows.
func (q *inquiry) carriesFlag(rows []int) bool {
	return slices.ContainsFunc(q.read(), func(ev evidence) bool {
		return slices.ContainsFunc(rows, func(row int) bool {
			return slices.ContainsFunc(flags().carriers[row], func(c string) bool {
				return ev.reading.stems()[c] || strings.Contains(c, " ") && ev.reading.named().HasWord(c)
			})
		})
	})
}

var redFlagCatch = []Example{
	{Claim: "Three pilots were arrested over the missing fuel, the port police said in a long statement.", Cites: []Exhibit{{Text: "The port police want to question three pilots over the missing fuel."}}, Says: "“arrested”"},
	{Claim: "The treasurer embezzled the harbour fund.", Cites: []Exhibit{{Text: "The treasurer could not account for the harbour fund."}}, Says: "“embezzled”"},
	{Claim: "The purser stole the safe's key.", Cites: []Exhibit{{Text: "The purser had the safe's key."}}, Says: "“stole”"},
	{Claim: "A deckhand was stabbed on the quay on Friday.", Cites: []Exhibit{{Text: "A deckhand died on the quay on Friday. Police opened a murder inquiry."}}, Says: "“stabbed”"},
	{Claim: "The director was sacked by the board.", Cites: []Exhibit{{Text: "The board gave the director a new task."}}, Says: "“sacked”"},
	{Claim: "The agent bribed two customs officers.", Cites: []Exhibit{{Text: "The agent dined with two customs officers."}}, Says: "“bribed”"},
	{Claim: "The yard is bankrupt.", Cites: []Exhibit{{Text: "The yard lost £4m last year."}}, Says: "“bankrupt”"},
	{Claim: "The captain was drunk at the helm.", Cites: []Exhibit{{Text: "The captain was tired at the helm."}}, Says: "“drunk”"},
	{Claim: "The minister plagiarised her thesis.", Cites: []Exhibit{{Text: "The minister's thesis lacks footnotes."}}, Says: "“plagiarised”"},
	{Claim: "It was a hit-and-run driver who struck the crossing guard.", Cites: []Exhibit{{Text: "The driver who struck the crossing guard had run a red light."}}, Says: "“hit-and-run”"},
	{Claim: "The mayor resigned over the contract.", Cites: []Exhibit{{Text: "The mayor apologised for the contract."}}, Says: "“resigned”"},
	{Claim: "The guard harassed three clerks.", Cites: []Exhibit{{Text: "Three clerks asked for another guard."}}, Says: "“harassed”"},
	{Claim: "The mate smuggled cigarettes ashore.", Cites: []Exhibit{{Text: "The mate carried cigarettes ashore."}}, Says: "“smuggled”"},
}

var redFlagSpare = []Example{
	{Claim: "Three pilots were arrested over the fuel.", Cites: []Exhibit{{Text: "Police detained three pilots over the fuel."}}},
	{Claim: "The treasurer is accused of embezzling the fund.", Cites: []Exhibit{{Text: "Prosecutors say that the treasurer defrauded the fund."}}},
	{Claim: "A deckhand was stabbed.", Cites: []Exhibit{{Text: "A deckhand died of knife wounds."}}},
	{Claim: "The director was sacked.", Cites: []Exhibit{{Text: "The board dismissed the director."}}},
	{Claim: "The director resigned.", Cites: []Exhibit{{Text: "The director has stepped down."}}},
	{Claim: "He said that “they stole the key.”", Cites: []Exhibit{{Text: "He said that “they stole the key.”"}}},
	{Claim: "The purser stole the key.", Cites: []Exhibit{{Text: "The purser had the key."}, {State: "blocked"}}},
	{Claim: "The yard went bankrupt.", Cites: []Exhibit{{Text: "The yard is in administration."}}},
	{Claim: "She took the train.", Cites: []Exhibit{{Text: "She went by rail."}}},
	{Claim: "The tug was charged £40 in fees.", Cites: []Exhibit{{Text: "The tug's fee was £40."}}},
	{Claim: "The purser stole the key."},
	{Claim: "Moss sued the port.", Cites: []Exhibit{{Text: "Moss filed a complaint against the port."}}},
	{Claim: "Two men were killed.", Cites: []Exhibit{{Text: "Two men died in the blast."}}},
	{Claim: "The driver fled; it was a hit-and-run.", Cites: []Exhibit{{Text: "The driver left the scene."}}},
}
