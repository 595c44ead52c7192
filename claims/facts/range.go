package facts

import "strings"

// shareUnits gives the two ends of a range what only one of them has: the unit of
// "5 to 10 percent", the currency and the scale of "$3–5 million".
func shareUnits(text string, found []Fact) {
	for i := 0; i+1 < len(found); i++ {
		if a, b := &found[i], &found[i+1]; isRange(text, *a, *b) {
			shareScale(a, *b)
			switch {
			case isPlain(*a) && b.IsFigure() && b.Unit != "":
				a.Kind, a.Unit = b.Kind, b.Unit
			case isPlain(*b) && a.Kind == Money:
				b.Kind, b.Unit = a.Kind, a.Unit
			}
		}
	}
}

// isRange reports whether two facts are the ends of a range: "5 to 10", "5–10",
// "between 5 and 10".
func isRange(text string, a, b Fact) bool {
	if !a.IsFigure() || !b.IsFigure() || a.IsVague() || b.IsVague() || a.Value >= b.Value && !isScaled(b) {
		return false
	}
	switch between := strings.ToLower(strings.TrimSpace(text[a.End:b.Start])); between {
	case "to", "-", "–":
		return true
	case "and":
		before, _ := wordBefore(text, len(strings.TrimRight(text[:a.Start], " ")))
		return before == "between"
	}
	return false
}

// shareScale gives the first end the scale of the second: 3 to 5 million are
// three million to five, but 900 to 1,000 are as they stand.
func shareScale(a *Fact, b Fact) {
	shown, _, ok := shown(b.Text)
	if !ok || shown == 0 || isScaled(*a) || b.Value/shown < 1e3 {
		return
	}
	if times := b.Value / shown; a.Value < 1e3 {
		a.Value *= times
	}
}

// isScaled reports whether a figure in digits has a scale in words.
func isScaled(f Fact) bool {
	shown, _, ok := shown(f.Text)
	return ok && shown != 0 && f.Value/shown >= 1e3
}
