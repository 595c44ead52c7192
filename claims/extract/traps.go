package extract

import (
	"slices"
	"strings"
)

// trapTable lists, by verb, the words after it that show that it gives
// nobody's word: "added 200 jobs", "announced himself", "noted for".
var trapTable = []struct {
	verbs   []string
	springs func(ws []word, c *cue) bool
}{
	{[]string{"announce"}, func(ws []word, c *cue) bool { return nextIs(ws, c, "himself", "herself", "itself", "themselves") }},
	{[]string{"note", "know"}, func(ws []word, c *cue) bool {
		return c.kind != byPassive && c.tense&participle != 0 && nextIs(ws, c, "for")
	}},
	{[]string{"tell"}, func(ws []word, c *cue) bool {
		return lowerIs(ws, c.last+1, "the", "truth") || lowerIs(ws, c.last+1, "the", "difference") || nextIs(ws, c, "jokes", "stories", "apart")
	}},
	{[]string{"write"}, func(ws []word, c *cue) bool { return c.tense == gerund && nextIs(ws, c, "for") }},
	{[]string{"charge"}, func(ws []word, c *cue) bool {
		return c.kind == byPassive && c.takes&that == 0 || isCharging(ws, c) || isPrice(ws, c)
	}},
	{[]string{"blame"}, func(ws []word, c *cue) bool { return c.first > 0 && ws[c.first-1].lower == "to" }},
	{[]string{"rule"}, func(ws []word, c *cue) bool { return nextIs(ws, c, "out") || lowerIs(ws, c.last+2, "out") }},
	{[]string{"post"}, func(ws []word, c *cue) bool {
		return c.reading.sense == says && c.takes&(quotation|that) == 0 && !ws[c.last+1].isMark() && !ws[c.last+1].is(preposition|calendar|adverb)
	}},
	{[]string{"say", "note", "mention", "point", "add", "recall", "remember", "conclude", "argue", "know"}, func(ws []word, c *cue) bool { return isRemark(ws, c) }},
	{[]string{"say"}, func(ws []word, c *cue) bool { return nextIs(ws, c, "little", "nothing", "goodbye") }},
	{[]string{"deny"}, func(ws []word, c *cue) bool {
		return c.takes&(that|quotation) == 0 && objectIs(ws, c, "service", "services", "access", "entry", "benefits", "bail", "coverage", "visa", "visas", "permit", "request", "requests", "motion", "application", "rights", "marriage")
	}},
	{[]string{"answer"}, func(ws []word, c *cue) bool {
		return c.takes&(quotation|that|aside) == 0 && objectIs(ws, c, "question", "questions", "call", "calls")
	}},
	{[]string{"confirm"}, func(ws []word, c *cue) bool {
		return c.kind == byPassive && !isByWhom(ws, c) && (nextIsBy(ws, c.last) || c.takes&(that|how) == 0)
	}},
	{[]string{"issue", "announce", "reveal", "report"}, func(ws []word, c *cue) bool { return isIssuedPaper(ws, c) }},
	{[]string{"call"}, func(ws []word, c *cue) bool { return c.reading.particle == "" && !isNaming(ws, c) }},
	{[]string{"call"}, func(ws []word, c *cue) bool { return isTelephone(ws, c) }},
	{[]string{"find"}, func(ws []word, c *cue) bool {
		return nextIs(ws, c, "himself", "herself", "itself", "themselves", "ourselves", "fault", "out")
	}},
	{[]string{"find"}, func(ws []word, c *cue) bool {
		return c.takes&that == 0 && objectIs(ws, c, "way", "ways", "ground", "refuge", "sanctuary", "time", "support")
	}},
	{[]string{"write"}, func(ws []word, c *cue) bool {
		return c.tense == participle && c.takes&(quotation|that|aside) == 0 // "written in stone"
	}},
	{[]string{"state"}, func(ws []word, c *cue) bool {
		return c.tense&(base|third) != 0 && c.takes&(quotation|that|aside) == 0 && (c.first == 0 || !ws[c.first-1].is(subject)) // "the other states voting"
	}},
	{[]string{"rule"}, func(ws []word, c *cue) bool {
		return c.tense&(base|third) != 0 && c.takes&(that|aside) == 0 && (c.first == 0 || !slices.Contains(benches, ws[c.first-1].lower))
	}},
	{[]string{"show"}, func(ws []word, c *cue) bool { return nextIs(ws, c, "up", "off", "himself", "herself") }},
	{[]string{"pledge"}, func(ws []word, c *cue) bool { return nextIs(ws, c, "delegate", "delegates") }},
	{[]string{"point"}, func(ws []word, c *cue) bool {
		return c.first > 0 && (ws[c.first-1].is(number) || slices.Contains([]string{"percentage", "percent", "%"}, ws[c.first-1].lower))
	}},
	{[]string{"mention"}, func(ws []word, c *cue) bool { return c.first > 1 && lowerIs(ws, c.first-2, "not", "to") }},
	{[]string{"say"}, func(ws []word, c *cue) bool { return isForExample(ws, c) }},
	{[]string{"see"}, func(ws []word, c *cue) bool { return c.kind == byPassive && !nextIs(ws, c, "as", "by") }},
	{[]string{"nominate", "think", "talk"}, func(ws []word, c *cue) bool {
		return nextIs(ws, c, "contest", "contests", "process", "fight", "season", "system", "tank", "tanks", "point", "points")
	}},
	{[]string{"report", "post"}, func(ws []word, c *cue) bool {
		return c.reading.sense == announces && (c.tense == base || !isResult(ws, c))
	}},
}

// isTrap reports whether the words with a verb show that it is no cue.
func isTrap(ws []word, c *cue) bool {
	if c.last+1 >= len(ws) {
		return false
	}
	for _, row := range trapTable {
		if slices.Contains(row.verbs, c.reading.lemma) && row.springs(ws, c) {
			return true
		}
	}
	return false
}

// isForExample reports whether the verb is set between marks without a subject:
// "than, say, a tax", "That said, it rained".
func isForExample(ws []word, c *cue) bool {
	if c.first == 0 || !ws[c.last+1].isMark() || ws[c.last+1].quoted {
		return false
	}
	return c.tense == base && ws[c.first-1].text == "," || c.first == 1 && (ws[0].lower == "that" || ws[0].lower == "enough")
}

func nextIs(ws []word, c *cue, words ...string) bool {
	return slices.Contains(words, ws[c.last+1].lower)
}

// isPrice reports whether a sum follows the cue soon: "charged users $20".
func isPrice(ws []word, c *cue) bool {
	return slices.ContainsFunc(ws[c.last+1:min(c.last+5, len(ws))], func(w word) bool { return w.is(number) })
}

// isNaming reports whether what is called something follows the cue with what
// it is called, as in "called the deal a mistake": "called the office" does
// not.
func isNaming(ws []word, c *cue) bool {
	for k := c.last + 1; k < min(c.last+14, len(ws)); k++ {
		switch w := &ws[k]; {
		case w.quoted, k > c.last+1 && w.is(determiner) && !ws[k-1].is(preposition) && !ws[k-1].isMark():
			return true
		case k > c.last+1 && k+1 < len(ws) && isAdjective(w) && (ws[k+1].isMark() || ws[k+1].is(preposition)):
			return true // "called the deal unlawful."
		case k > c.last+2 && k+1 < len(ws) && w.is(past) && strings.HasSuffix(w.lower, "ed") && (ws[k+1].is(conjunction) || ws[k+1].text == "."):
			return true // "called the deal rigged and unfounded"
		case w.text == "," && k+1 < len(ws):
			end := commaAfter(ws, k+1) // "called Doe, the builder, a liar"
			return ws[k+1].is(determiner) && end > 0 && end+1 < len(ws) && ws[end+1].is(determiner) && !ws[end+1].is(subject)
		case w.isMark():
			return false
		}
	}
	return false
}

// commaAfter returns where the next comma stands from i on, or -1 where no
// comma does before the clause or the sentence ends.
func commaAfter(ws []word, i int) int {
	for k := i; k < min(i+24, len(ws)); k++ {
		if ws[k].text == "," {
			return k
		}
		if ws[k].isMark() && !isHyphen(ws, k) || ws[k].quoted {
			break
		}
	}
	return -1
}

// isTelephone reports whether a call is one on the telephone: "the earnings
// call on April 24".
func isTelephone(ws []word, c *cue) bool {
	return ws[c.last+1].is(calendar|number) || c.first > 0 && slices.Contains([]string{"earnings", "conference", "phone"}, ws[c.first-1].lower)
}

// isResult reports whether a company's own figures follow the cue: "reported
// earnings of $3bn".
func isResult(ws []word, c *cue) bool {
	return slices.ContainsFunc(ws[c.last+1:min(c.last+8, len(ws))], func(w word) bool { return resultWords()[w.lower] })
}

// isCiting reports whether the cue names the document or people that another
// report goes back to: "citing court filings".
func isCiting(ws []word, c *cue) bool {
	if c.reading.lemma != "cite" || c.tense != gerund {
		return false
	}
	for k := c.last + 1; k < min(c.last+6, len(ws)) && !ws[k].isMark(); k++ {
		if ws[k].is(document | courtPaper | crowd) {
			return true
		}
	}
	return false
}
