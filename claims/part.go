package claims

import (
	"fmt"
	"time"

	"stet/sources"
)

// Bond says how a claim is part of another.
type Bond string

// The bonds.
const (
	SplitOff   Bond = "split off"   // the part is new, and has words that the whole had before
	MergedInto Bond = "merged into" // the part was cut, and the whole has its words now
)

// Part says that a draft, or a person in it, made several claims of one, or one of several: the
// best fitting keeps the number and is the whole, each other is a part of it.
// It is never changed.
type Part struct {
	Claim       string         `json:"claim"` // the part's ID
	Number      int            `json:"number"`
	Whole       string         `json:"whole"` // the whole's ID
	WholeNumber int            `json:"whole_number"`
	Bond        Bond           `json:"bond"`
	Draft       sources.Digest `json:"draft"` // the draft that did it, or in which a person did
	At          time.Time      `json:"at"`    // when that was
}

// Note says in a few words what the part is to a claim: to the part itself
// where its words are from, or where they went; to the whole what it lost or
// gained.
func (p Part) Note(claim string) string {
	switch {
	case p.Bond == SplitOff && claim == p.Claim:
		return fmt.Sprintf("split off #%d", p.WholeNumber)
	case p.Bond == SplitOff:
		return fmt.Sprintf("part of it went to #%d", p.Number)
	case claim == p.Claim:
		return fmt.Sprintf("merged into #%d", p.WholeNumber)
	}
	return fmt.Sprintf("#%d was merged into it", p.Number)
}
