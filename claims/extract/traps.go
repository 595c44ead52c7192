package extract

// isTrap reports whether the words with a verb show that it gives nobody's
// word: "added 200 jobs", "announced himself", "reported to the manager".
func isTrap(ws []word, c *cue) bool {
	i := c.last + 1
	if i >= len(ws) {
		return false
	}
	next := &ws[i]
	switch c.reading.lemma {
	case "announce":
		return next.is(adverb) && (next.lower == "himself" || next.lower == "herself" || next.lower == "itself")
	case "charge":
		return next.is(number) || lowerIs(ws, i, "with")
	case "add", "report", "post":
		return c.takes == object && next.is(number)
	}
	return false
}
