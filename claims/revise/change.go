package revise

import (
	"slices"
	"strings"

	"stet/claims"
)

// ChangeKind names what an edit touches.
type ChangeKind string

// The kinds of change, the gravest first.
const (
	NumberChange      ChangeKind = "number"
	DateChange        ChangeKind = "date"
	NameChange        ChangeKind = "name"
	QuotationChange   ChangeKind = "quotation"       // words within quotation marks
	MarksChange       ChangeKind = "quotation marks" // the same words, within them or no longer
	NegationChange    ChangeKind = "negation"        // "not", "never", "without"
	ModalChange       ChangeKind = "modal"           // "may", "will"
	AttributionChange ChangeKind = "attribution"     // "said", "according", "reportedly"
	CapitalsChange    ChangeKind = "capitals"
	PunctuationChange ChangeKind = "punctuation"
	WordingChange     ChangeKind = "wording" // any other words
)

// Change is one thing that an edit touched.
type Change struct {
	Kind ChangeKind `json:"kind"`
	Old  string     `json:"old"` // the words before; "" where there were none
	New  string     `json:"new"` // the words now; "" where there are none
}

// Changes names what differs between the words of a claim before and now: what
// other words there are, in reading order, or, where there are none, what else
// is not as it was. It is empty only where claims.FoldWords folds both alike.
func Changes(old, now string) []Change {
	if claims.FoldWords(old) == claims.FoldWords(now) {
		return nil
	}
	before, after := newSide(old), newSide(now)
	all := stretches(before.words, after.words)
	var changes []Change
	for _, r := range all {
		if r.same {
			continue
		}
		for _, c := range changesAt(before.at(r.old, r.oldEnd), after.at(r.fresh, r.freshEnd)) {
			if !slices.Contains(changes, c) {
				changes = append(changes, c)
			}
		}
	}
	if changes = append(changes, marksChanged(before, after)...); len(changes) > 0 {
		return changes
	}
	return []Change{spellingChanged(before, after, all)}
}

// changesAt names what two texts have at a place where they differ: one change
// for each row of the table of touches that tells them apart, and where none
// does, one of words.
func changesAt(old, now side) []Change {
	var changes []Change
	for _, t := range touches {
		was, is := t.find(old), t.find(now)
		if !t.same(was, is) {
			changes = append(changes, Change{t.kind, said(was), said(is)})
		}
	}
	if len(changes) > 0 {
		return changes
	}
	c := Change{WordingChange, old.said(), now.said()}
	switch {
	case isMisspelt(c):
		c.Kind = NameChange
	case old.isQuoted() || now.isQuoted():
		c.Kind = QuotationChange
	}
	return []Change{c}
}

// marksChanged names the quotations that only one of two texts sets off as
// such, where both have the words.
func marksChanged(old, now side) []Change {
	var changes []Change
	for _, q := range only(old.quoted(), now.quoted()) {
		if now.has(q) {
			changes = append(changes, Change{MarksChange, q, ""})
		}
	}
	for _, q := range only(now.quoted(), old.quoted()) {
		if old.has(q) {
			changes = append(changes, Change{MarksChange, "", q})
		}
	}
	return changes
}

// only returns the quotations of one list that the other has not.
func only(some, others []string) []string {
	return slices.DeleteFunc(slices.Clone(some), func(q string) bool {
		return slices.ContainsFunc(others, func(o string) bool { return foldCase(o) == foldCase(q) })
	})
}

// spellingChanged names the first word that differs in its capitals, or else in
// the punctuation around it, of texts that share every word.
func spellingChanged(old, now side, all []stretch) Change {
	first := Change{Kind: PunctuationChange}
	for _, r := range all {
		was, is := old.words[r.old], now.words[r.fresh]
		switch {
		case was.folded == is.folded:
		case strings.EqualFold(was.folded, is.folded):
			return Change{CapitalsChange, was.text, is.text}
		case first.Old == "":
			first.Old, first.New = was.text, is.text
		}
	}
	return first
}

func foldCase(s string) string { return strings.ToLower(claims.FoldWords(s)) }
