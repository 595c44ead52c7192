package extract

import (
	"slices"
	"strings"

	"stet/claims"
)

// courtVoices says what each sort of court paper does with a statement. A word
// with a condition counts only where the words before it, or near it, speak of
// a court.
var courtVoices = []struct {
	voice       claims.Voice
	conditional bool
	words       []string
}{
	{claims.Allegation, false, []string{"complaint", "lawsuit", "lawsuits", "suit", "countersuit", "counterclaim", "indictment", "indictments"}},
	{claims.Sworn, false, []string{"affidavit", "affidavits"}},
	{claims.Testimony, false, []string{"deposition", "depositions"}},
	{claims.Ruling, false, []string{"ruling", "rulings", "injunction", "verdict"}},
	{claims.Docket, false, []string{"docket"}},
	{claims.Allegation, true, []string{"filing", "filings", "papers", "documents", "document", "records", "motion", "petition", "brief", "briefs"}},
	{claims.Sworn, true, []string{"declaration", "declarations"}},
	{claims.Testimony, true, []string{"testimony"}},
	{claims.Exhibit, true, []string{"exhibit", "exhibits"}},
	{claims.Ruling, true, []string{"opinion", "order", "decision"}},
}

// ofCourt are words that tell that a paper near them is one of a court.
var ofCourt = []string{"court", "courts", "judge", "legal", "lawsuit", "suit", "bankruptcy", "sworn", "unsealed", "trial", "litigation", "courtroom", "plaintiffs", "plaintiff"}

// court returns what a court paper does with the content, and whether one is
// what the content rests on: as speaker, or as the place where it is said.
func (d *draft) court(f *saying) (claims.Voice, bool) {
	if f.kind == byNoun && f.last > f.first {
		return "", false // "another complaint is that": nobody filed it
	}
	if v, ok := f.paper(f.speaker); ok {
		return v, true
	}
	ws := f.words()
	if isExhibit(ws[f.speaker.first:f.speaker.end]) {
		return claims.Exhibit, true
	}
	for i := range ws {
		if ws[i].quoted || !slices.Contains([]string{"in", "from", "under"}, ws[i].lower) || !f.isVenue(i) {
			continue
		}
		where := run{i + 1, venueEnd(ws, i+1)}
		if i == 0 && lowerIs(ws, 1, "the") && slices.Contains([]string{"order", "ruling", "motion", "brief"}, ws[2].lower) && where.end == 3 {
			return claims.Ruling, true // the paper of the case that the copy speaks of
		}
		if v, ok := f.paper(where); ok {
			return v, true
		}
		if isExhibit(ws[where.first:where.end]) {
			return claims.Exhibit, true
		}
	}
	return d.bench(f)
}

// isVenue reports whether the preposition at i says where the cue's word was
// given: it follows the cue, or stands in front of the sentence.
func (f *saying) isVenue(i int) bool {
	return i == 0 || i >= f.speaker.first && i < f.speaker.end && i+1 < f.first && f.words()[i-1].text == "," || i > f.last && i <= f.last+4 || !f.speaker.empty() && f.speaker.first > f.last && i == f.speaker.end
}

func venueEnd(ws []word, i int) int {
	k := i
	for k < min(i+12, len(ws)) && !ws[k].isMark() && ws[k].lower != "that" {
		k++
	}
	return k
}

// producing are words that tell how a document came before a court.
var producing = []string{"filed", "unsealed", "released", "included", "disclosed", "attached", "produced", "submitted", "entered", "shown"}

// isExhibit reports whether the words name a document that is before a court:
// "emails released as part of the lawsuit", "a letter filed in court".
func isExhibit(ws []word) bool {
	made := slices.IndexFunc(ws, func(w word) bool { return slices.Contains(producing, w.lower) })
	if made < 1 || !slices.ContainsFunc(ws[:made], func(w word) bool { return w.is(document) }) {
		return false
	}
	return slices.ContainsFunc(ws[made:], func(w word) bool { return w.is(courtPaper) || slices.Contains(ofCourt, w.lower) || w.lower == "case" })
}

// paper returns the voice of the court paper that the words name.
func (f *saying) paper(r run) (claims.Voice, bool) {
	ws := f.words()[r.first:r.end]
	for i, w := range ws {
		if w.is(preposition|relative) && i > 0 || w.quoted {
			break
		}
		for _, row := range courtVoices {
			if slices.Contains(row.words, w.lower) && (!row.conditional || nearCourt(ws, i)) && !elsewhere(ws, i) {
				return row.voice, true
			}
		}
	}
	return "", false
}

// nearCourt reports whether the words of a paper speak of a court.
func nearCourt(ws []word, i int) bool {
	if i > 0 && slices.Contains(companyFilings, ws[i-1].lower) {
		return false
	}
	return slices.ContainsFunc(ws, func(w word) bool { return slices.Contains(ofCourt, w.lower) })
}

// elsewhere reports whether a complaint is one to an agency, which is no court.
func elsewhere(ws []word, i int) bool {
	for k := i + 1; k < min(i+5, len(ws)); k++ {
		if slices.Contains([]string{"sec", "ftc", "fec", "eeoc", "fcc", "commission", "police", "agency", "regulator", "regulators"}, ws[k].lower) {
			return true
		}
	}
	return false
}

// benches are words for those who decide in a court.
var benches = []string{"judge", "court", "jury", "justices", "magistrate", "tribunal"}

// bench returns the voice of a court or its judge, of a witness, and of those
// who charge.
func (d *draft) bench(f *saying) (claims.Voice, bool) {
	if f.kind == byVerb && lowerIs(f.words(), f.last+1, "in", "court") {
		return claims.Testimony, true
	}
	courtly := f.speaksAny(benches...)
	switch {
	case judgedBy(f.words(), &f.cue) > 0:
		return claims.Ruling, true
	case (courtly || d.isJudge(f)) && f.kind == byVerb && !f.speaksAny("former"):
		return claims.Ruling, true
	case f.reading.sense == testifies && !f.mentions(legislatures...):
		return claims.Testimony, true
	case f.kind == byVerb && f.mentions("oath"):
		return claims.Sworn, true
	case f.reading.sense == alleges && f.speaksAny("prosecutors", "plaintiffs", "plaintiff"):
		return claims.Allegation, true
	case f.reading.sense == alleges && f.mentions("lawsuit", "complaint", "suit", "indictment"):
		return claims.Allegation, true
	}
	return "", false
}

// judgedVerbs are verbs for what a court finds something to be.
var judgedVerbs = []string{"find", "rule", "declare", "deem"}

// judgedBy returns where the "by" stands behind a passive that says what a court
// found something to be, "was found unlawful by a federal judge", or -1.
func judgedBy(ws []word, c *cue) int {
	if c.kind != byPassive || !slices.Contains(judgedVerbs, c.reading.lemma) {
		return -1
	}
	for k := c.last + 1; k < min(c.last+8, len(ws)) && !ws[k].isMark(); k++ {
		if ws[k].lower != "by" {
			continue
		}
		if slices.ContainsFunc(ws[k:min(k+12, len(ws))], func(w word) bool { return slices.Contains(benches, w.lower) }) {
			return k
		}
	}
	return -1
}

// benchVerbs are verbs for what judges do in court alone; with others of
// ownVerbs they may speak elsewhere too.
var benchVerbs = []string{"write", "rule", "order", "conclude", "find", "hold"}

// isJudge reports whether the speaker is given by surname, or as "he" or "she",
// whom the draft elsewhere gives as a judge, and writes or decides. A judge named
// who says something says it in court, unless the copy tells of another place;
// justices give interviews.
func (d *draft) isJudge(f *saying) bool {
	if len(d.judges) == 0 || f.speaker.empty() {
		return false
	}
	writes := slices.Contains(benchVerbs, f.reading.lemma)
	switch {
	case isSurname(f.words(), f.speaker):
		title := d.judges[f.words()[f.speaker.end-1].lower]
		return title != "" && writes || title == "judge" && slices.Contains(ownVerbs, f.reading.lemma) && !f.mentions("interview", "statement", "speech")
	case f.speaker.end-f.speaker.first > 1 || !writes:
		return false
	}
	name := strings.Fields(d.antecedent(f).Text)
	return len(name) > 0 && d.judges[strings.ToLower(name[len(name)-1])] != ""
}

// speaksAny reports whether the speaker's own words hold one of those given.
func (f *saying) speaksAny(words ...string) bool {
	for i, w := range f.words()[f.speaker.first:f.speaker.end] {
		if i > 0 && (w.is(preposition) || w.isMark()) {
			return false
		}
		if slices.Contains(words, w.lower) {
			return true
		}
	}
	return false
}

// mentions reports whether the sentence holds one of the words outside
// quotation marks.
func (f *saying) mentions(words ...string) bool {
	return slices.ContainsFunc(f.words(), func(w word) bool { return !w.quoted && slices.Contains(words, w.lower) })
}

// legislatures are words for where people testify that is no court.
var legislatures = []string{"senate", "house", "congress", "congressional", "committee", "subcommittee", "lawmakers", "parliament"}
