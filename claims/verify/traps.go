package verify

import (
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"

	"stet/claims"
	"stet/sources"
)

// trap is one way in which a label, or the words that show it, mislead.
type trap struct {
	severity claims.Severity
	// says returns what to say of the claim, "" where it is not caught; the
	// evidence is what that is about, and may be nil.
	says func(*inquiry) (string, *evidence)
}

// traps lists them. Those on attributions look at the first, which decides the
// label.
var traps = []trap{
	{claims.Info, filingIsCited},
	{claims.Warning, filedElsewhere},
	{claims.Warning, outsideCourt},
	{claims.Info, ownWordIsCited},
	{claims.Info, opinionOfMany},
	{claims.Info, nobodyAlleges},
	{claims.Warning, onlyOneSource},
	{claims.Info, loadedVerb},
	{claims.Warning, planAsFact},
}

func trapped(q *inquiry) []claims.Finding {
	var found []claims.Finding
	for _, t := range traps {
		if message, ev := t.says(q); message != "" {
			found = append(found, q.find(t.severity, claims.Found, ev, "%s", message))
		}
	}
	return found
}

// attribution returns the one that decides the label, and false where the copy
// asserts the claim itself.
func (q *inquiry) attribution() (claims.Attribution, bool) {
	for _, a := range q.claim.Attributions {
		if !a.Beside {
			return a, true
		}
	}
	return claims.Attribution{}, false
}

// filingIsCited catches a claim that is labelled reported although the court
// paper that its speaker is, or that its reporter cites, has been cited since:
// "Reuters reported, citing court filings" is reported until then.
func filingIsCited(q *inquiry) (string, *evidence) {
	a, ok := q.attribution()
	if !ok || q.claim.Label != claims.Reported || !isPaper(a.Speaker.Text) && !has(q.claim.Text, throughReport) {
		return "", nil
	}
	for i := range q.evidence {
		if isCourtPaper(q.claim, q.evidence[i]) {
			return "labelled reported, but the filing itself is cited: label it court filing", &q.evidence[i]
		}
	}
	return "", nil
}

// throughReport says that somebody tells what court papers say.
var throughReport = []string{"citing court", "citing legal filings", "citing the complaint", "citing the lawsuit", "citing the filing", "according to court", "in a court filing", "in court filings", "in court papers", "in court documents"}

// elsewhereFiled are what is filed with a regulator or an office, and no court.
var elsewhereFiled = []string{"filed for an ipo", "filed for an initial public offering", "filed to go public", "filed for a patent", "filed a patent", "filed for unemployment", "filed with the sec", "filed with the securities",
	"filed with regulators", "sec filing", "securities filing", "regulatory filing", "filed its 10-k", "filed a 10-k", "filed its 10-q", "filed an 8-k", "filed an s-1", "annual report"}

// filedElsewhere catches a claim that is labelled court filing for the word, where
// no court has what was filed.
func filedElsewhere(q *inquiry) (string, *evidence) {
	if q.claim.Label != claims.InCourtFiling || !has(q.claim.Text, elsewhereFiled) || slices.ContainsFunc(q.evidence, func(ev evidence) bool { return isCourtPaper(q.claim, ev) }) {
		return "", nil
	}
	return "labelled court filing, but what the copy speaks of is filed with a regulator or an office, not with a court: label it announced or reported", nil
}

// outsideCourt catches words spoken at a court that are labelled as if they had
// been filed with it.
func outsideCourt(q *inquiry) (string, *evidence) {
	spoken := []string{"outside court", "outside the court", "on the courthouse steps", "on the court steps", "after the hearing", "as she left court", "as he left court", "told reporters"}
	if q.claim.Label != claims.InCourtFiling || !has(q.claim.Text, spoken) {
		return "", nil
	}
	return "labelled court filing, but the copy says that it was spoken outside the court: label it reported", nil
}

// ownWordIsCited catches a claim that is labelled reported although what the
// speaker itself published is cited.
func ownWordIsCited(q *inquiry) (string, *evidence) {
	a, ok := q.attribution()
	if !ok || q.claim.Label != claims.Reported || a.Anonymous || !strings.HasPrefix(strings.ToLower(a.Cue.Text), "announc") {
		return "", nil
	}
	for i := range q.evidence {
		ev := &q.evidence[i]
		if published := []sources.Kind{sources.PressRelease, sources.Statement, sources.CompanyFiling, sources.EarningsCall}; slices.Contains(published, ev.source.Kind) && sharesName(a.Speaker.Text, ev.source.Publisher) {
			return "labelled reported, but what " + a.Speaker.Text + " itself published is cited: label it announced", ev
		}
	}
	return "", nil
}

// papers are the words for what is filed with a court.
var papers = []string{"complaint", "filing", "filings", "lawsuit", "suit", "indictment", "affidavit", "declaration", "petition", "motion", "ruling", "order", "docket"}

func isPaper(speaker string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(speaker)), func(w string) bool { return slices.Contains(papers, strings.Trim(w, ".,’'")) })
}

// opinionOfMany catches people whose business is an opinion and whom nothing
// names.
func opinionOfMany(q *inquiry) (string, *evidence) {
	a, ok := q.attribution()
	speaker := strings.ToLower(a.Speaker.Text)
	if !ok || !slices.Contains([]string{"analysts", "experts", "observers", "critics", "some analysts", "some experts", "many experts", "commentators", "insiders"}, speaker) {
		return "", nil
	}
	return "what " + speaker + " say is an opinion: name one, or say how many you asked", nil
}

// nobodyAlleges catches "allegedly" with nobody who does.
func nobodyAlleges(q *inquiry) (string, *evidence) {
	a, ok := q.attribution()
	if !ok || !a.Hedged || a.Speaker.Text != "" || !strings.HasPrefix(strings.ToLower(a.Cue.Text), "alleg") {
		return "", nil
	}
	return "“" + a.Cue.Text + "” protects nobody: say who alleges it, and where", nil
}

// plurals are the words for anonymous people of whom there must be several.
var plurals = []string{"sources", "people", "officials", "insiders", "executives", "employees", "persons"}

// onlyOneSource catches "sources say" with one source.
func onlyOneSource(q *inquiry) (string, *evidence) {
	a, ok := q.attribution()
	if !ok || !a.Anonymous || len(q.evidence) != 1 {
		return "", nil
	}
	if q.evidence[0].source.Kind == sources.NewsReport && !q.hasOnePerson() {
		return "", nil // the outlet's sources, of whom it says no more
	}
	for _, w := range strings.Fields(strings.ToLower(a.Speaker.Text)) {
		if slices.Contains(plurals, w) && !q.hasWords(w) {
			return "the copy speaks of several " + w + ", and one is cited: cite another, or say “a person”", &q.evidence[0]
		}
	}
	return "", nil
}

// hasOnePerson reports whether a source says that it has it from one person.
func (q *inquiry) hasOnePerson() bool {
	return slices.ContainsFunc(q.read(), func(ev evidence) bool {
		body := strings.ToLower(ev.reading.text.Body)
		return slices.ContainsFunc([]string{" a person ", " one person ", " a source ", " an official ", " an executive "}, func(w string) bool { return strings.Contains(body, w) })
	})
}

// hasWords reports whether a source that could be read speaks of several too.
func (q *inquiry) hasWords(plural string) bool {
	return slices.ContainsFunc(q.read(), func(ev evidence) bool { return ev.reading.named().HasWord(plural) })
}

// loaded are verbs that say more than that somebody said so.
var loaded = []string{"admitted", "admits", "conceded", "concedes", "confessed", "claimed", "claims", "insisted", "insists", "boasted", "revealed", "reveals", "pointed out", "acknowledged"}

// loadedVerb catches a cue that takes a side, unless the source has the word.
func loadedVerb(q *inquiry) (string, *evidence) {
	a, ok := q.attribution()
	cue := strings.ToLower(a.Cue.Text)
	if !ok || a.Speaker.Text == "" || !slices.Contains(loaded, cue) || q.hasWords(cue) || len(q.read()) == 0 {
		return "", nil
	}
	return "“" + a.Cue.Text + "” takes a side, and no source has it: “said” does not", nil
}

// future are the words before a verb that make it a plan.
const future = " will would shall to may could should might "

// planners are the words that make a plan of the "to" behind them.
const planners = " plans planned plan expects expected intends intended aims aimed hopes hoped agreed promised wants going set due scheduled "

// planAsFact catches what the copy says was done, or is under way, and the
// source only that it will be. A verb in the past stands in the copy without a
// word for the future before it.
func planAsFact(q *inquiry) (string, *evidence) {
	for _, verb := range doneVerbs(q.claim.Text) {
		for i := range q.evidence {
			ev := &q.evidence[i]
			if ev.reading == nil || !isOwnKind(ev.source.Kind) && ev.quoted() == nil {
				continue
			}
			if passage, ok := ev.plans(q, verb); ok {
				return "the copy says it " + progress(verb) + " (“" + verb + "”), but " + ev.source.Name() + onPage(pageName(*ev, passage.Start)) +
					" says only that it will be: find that it was, or say that it is planned", ev
			}
		}
	}
	return "", nil
}

func isOwnKind(k sources.Kind) bool { return slices.Contains(ownKinds, k) }

// deeds are the verbs in the past, by their stems, that announcements promise.
const deeds = " opened launched built bought acquired hired invested shipped delivered released introduced expanded closed merged sold paid created added began started moved donated cut raised "

// underway are the verbs that take their time, behind a form of "to be". Others
// may be said of what will be: "is opening a branch in May".
const underway = " building expanding constructing hiring "

// progress says how far a verb of the copy has it.
func progress(verb string) string {
	if strings.Contains(underway, " "+verb+" ") {
		return "is under way"
	}
	return "was done"
}

// doneVerbs returns the verbs of the copy that say that something was done, or
// is under way.
func doneVerbs(text string) []string {
	var all []string
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \n\t,.;:“”\"()—", r) })
	for i, w := range words {
		if i > 0 && strings.Contains(underway, " "+w+" ") && strings.Contains(" is are was were ", " "+words[i-1]+" ") {
			all = append(all, w)
		}
		if !strings.Contains(deeds, " "+w+" ") {
			continue
		}
		if i > 0 && strings.Contains(" be been being to will would is are was were not never if when once ", " "+words[i-1]+" ") {
			continue // passive, planned or denied: not plainly done
		}
		all = append(all, w)
	}
	return all
}

// plans returns the sentence of the source that promises what the copy says was
// done: the words relied on, or that which says the same, with the verb behind a
// word for the future, and nowhere as done.
func (e *evidence) plans(q *inquiry, verb string) (claims.Span, bool) {
	stem := english.Stem(present(verb), false)
	if e.reading.named().HasWord(verb) && verb != "cut" {
		return claims.Span{}, false
	}
	words := contentWords(q.claim.Text)
	for _, s := range e.reading.sentences() {
		const alike = 2 // words
		if shared(words, s.words) < alike {
			continue
		}
		if isPlanned(s.In(e.reading.text.Body), stem) {
			return s.Span, true
		}
	}
	return claims.Span{}, false
}

// isPlanned reports whether a sentence has a verb behind a word for the future.
func isPlanned(sentence, stem string) bool {
	words := strings.FieldsFunc(strings.ToLower(sentence), isOutsideWord)
	for i, w := range words {
		if english.Stem(w, false) != stem || i == 0 {
			continue
		}
		before := words[i-1]
		if before == "to" && (i < 2 || !strings.Contains(planners, " "+words[i-2]+" ")) {
			continue
		}
		if strings.Contains(future, " "+before+" ") {
			return true
		}
	}
	return false
}
