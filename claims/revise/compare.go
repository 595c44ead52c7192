package revise

import (
	"cmp"
	"slices"

	"stet/claims"
)

// Turn is what became of one claim from one draft to a later one.
type Turn struct {
	Kind  Kind
	Claim claims.Claim // as it is in the later draft, or of a Cut one as it was before
	Old   string       // its words before; "" of a New one
	New   string       // its words now; "" of a Cut one
	Note  string       // of which claim it is a part, or which is one of it
}

// Compare returns what became of every claim that either of two drafts carries,
// by the claims as they were under each: the later draft's in reading order,
// those without a place after them, then the cut ones by number. Claims are the
// same where their IDs are, and parts say which are made of which, by drafts
// after the first. A claim that was cut before and is back has moved.
func Compare(old, now []claims.Claim, parts []claims.Part) []Turn {
	before := map[string]claims.Claim{}
	for _, c := range old {
		before[c.ID] = c
	}
	inOrder := unmoved(old, now)
	var turns []Turn
	for _, c := range reading(now) {
		was, known := before[c.ID]
		turns = append(turns, turn(was, c, known, inOrder[c.ID]))
	}
	stays := map[string]bool{}
	for _, t := range turns {
		stays[t.Claim.ID] = true
	}
	for _, c := range old {
		if !c.Cut && !stays[c.ID] {
			turns = append(turns, Turn{Kind: Cut, Claim: c, Old: c.Text})
		}
	}
	for i := range turns {
		turns[i].part(parts)
	}
	return turns
}

// reading returns the claims that a draft carries in reading order.
func reading(all []claims.Claim) []claims.Claim {
	kept := slices.DeleteFunc(slices.Clone(all), func(c claims.Claim) bool { return c.Cut })
	last := func(c claims.Claim) int {
		if c.Start() < 0 {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(kept, func(a, b claims.Claim) int {
		return cmp.Or(last(a)-last(b), a.Start()-b.Start(), a.Number-b.Number)
	})
	return kept
}

// unmoved returns the claims, by ID, that stand in the same order in both
// drafts.
func unmoved(old, now []claims.Claim) map[string]bool {
	was, is := ids(reading(old)), ids(reading(now))
	kept := map[string]bool{}
	for _, p := range longestCommon(was, is) {
		kept[was[p.old]] = true
	}
	return kept
}

func ids(all []claims.Claim) []string {
	list := make([]string, len(all))
	for i, c := range all {
		list[i] = c.ID
	}
	return list
}

func turn(was, is claims.Claim, known, inOrder bool) Turn {
	t := Turn{Claim: is, Old: was.Text, New: is.Text}
	switch {
	case !known:
		t.Kind = New
	case claims.FoldWords(was.Text) != claims.FoldWords(is.Text):
		t.Kind = Edited
	case inOrder:
		t.Kind = Unchanged
	default:
		t.Kind = Moved
	}
	return t
}

// part says of a claim what it is part of, or what is part of it.
func (t *Turn) part(parts []claims.Part) {
	var notes []string
	for _, p := range parts {
		isPart := p.Claim == t.Claim.ID && (t.Kind == New && p.Bond == claims.SplitOff || t.Kind == Cut && p.Bond == claims.MergedInto)
		isWhole := p.Whole == t.Claim.ID && t.Kind.HasNewWords()
		if !isPart && !isWhole {
			continue
		}
		notes = append(notes, p.Note(t.Claim.ID))
		switch {
		case isWhole && p.Bond == claims.SplitOff:
			t.Kind = Split
		case isWhole:
			t.Kind = Merged
		}
	}
	t.Note = join(notes)
}
