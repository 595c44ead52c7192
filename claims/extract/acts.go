package extract

import "slices"

// objectIs reports whether the noun that the cue governs is one of those given:
// "answered a few questions".
func objectIs(ws []word, c *cue, nouns ...string) bool {
	for k := c.last + 1; k < min(c.last+4, len(ws)) && !ws[k].isMark() && !ws[k].is(preposition); k++ {
		if slices.Contains(nouns, ws[k].lower) {
			return true
		}
	}
	return false
}

// fitting are words by which the copy itself remarks on something, with "to":
// "it is important to note".
var fitting = []string{"important", "fair", "safe", "hard", "easy", "difficult", "enough", "necessary", "accurate", "reasonable", "tempting", "suffice", "worth"}

// isRemark reports whether the copy remarks on something without giving
// anybody's word: "it is worth noting", "suffice it to say".
func isRemark(ws []word, c *cue) bool {
	switch {
	case c.first < 2:
		return false
	case c.tense&gerund != 0:
		return ws[c.first-1].lower == "worth"
	}
	return c.tense&base != 0 && ws[c.first-1].lower == "to" && slices.Contains(fitting, ws[c.first-2].lower)
}

// isCharging reports whether the cue tells of a charge that is brought, which
// is an act: "police charged the driver with theft".
func isCharging(ws []word, c *cue) bool {
	for k := c.last + 1; k < min(c.last+16, len(ws)) && (!ws[k].isMark() || ws[k].text == ",") && ws[k].lower != "that"; k++ {
		if ws[k].lower == "with" {
			return true
		}
	}
	return false
}

// isByWhom reports whether "by" and somebody follow the cue, rather than "by"
// and a time: "confirmed by Halden", not "confirmed by now".
func isByWhom(ws []word, c *cue) bool {
	return lowerIs(ws, c.last+1, "by") && c.last+2 < len(ws) && !ws[c.last+2].is(adverb|calendar|number)
}

// isIssuedPaper reports whether the cue tells of a paper by whom it was put
// out, and no more: "in a press release issued by the firm,".
func isIssuedPaper(ws []word, c *cue) bool {
	return c.kind == byVerb && c.tense&participle != 0 && c.first > 0 && ws[c.first-1].is(publicity) && lowerIs(ws, c.last+1, "by")
}
