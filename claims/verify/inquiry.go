package verify

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"stet/claims"
	"stet/claims/facts"
	"stet/claims/quote"
	"stet/sources"
)

// inquiry is one claim laid beside its evidence.
type inquiry struct {
	dossier  *claims.Dossier
	cites    bool // the draft cites something somewhere
	same     Alike
	rests    Rests
	claim    claims.Claim
	figured  []facts.Fact // see numbers; found when first asked for
	named    []facts.Fact // see names; likewise
	said     []facts.Fact // what the claim has in quotation marks, but for words that a citation relies on
	evidence []evidence   // one for each citation, in their order
	beyond   []evidence   // of sources that the claim does not cite; see run.beyond
	legible  []evidence   // see read; likewise
	quoting  sync.Once    // guards said, which is wanted by all sources that the claim cites
	into     *checked     // where what the checks make of the claim goes
}

// evidence is one citation with what could be read of its source.
type evidence struct {
	citation claims.Citation
	source   sources.Source
	last     *sources.Capture
	snapshot sources.Digest
	via      sources.Via    // how the snapshot was got
	takenAt  time.Time      // when, of a memento by the archive
	cited    *cited         // nil where there is no snapshot
	reading  *reading       // nil where there is nothing to read
	match    *claims.Match  // nil where there is no quote or nothing to read
	passage  passage        // what the locator names
	said     []quote.Result // where each of the inquiry's quotations stands, in their order
	was      *claims.Match  // where the quote stood when the checks ran last; nil where that is unknown
}

// on returns the day that the copy counts from when it says "last Tuesday": that
// on which the draft was taken in, for it is not published yet.
func (q *inquiry) on() time.Time {
	at := q.dossier.Draft.At
	if at.IsZero() {
		return at
	}
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
}

// numbers returns the numbers and dates of the claim. An inquiry is one
// goroutine's at a time, so that it may keep them.
func (q *inquiry) numbers() []facts.Fact {
	if q.figured == nil {
		q.figured = append([]facts.Fact{}, facts.NumbersOn(q.claim.Text, q.on())...)
	}
	return q.figured
}

// names returns the names of the claim.
func (q *inquiry) names() []facts.Fact {
	if q.named == nil {
		q.named = append([]facts.Fact{}, facts.Names(q.claim.Text)...)
	}
	return q.named
}

// read returns the evidence that has a text. The checks ask for it time and
// again, when all quotes have been looked up.
func (q *inquiry) read() []evidence {
	if q.legible == nil {
		q.legible = slices.DeleteFunc(slices.Clone(q.evidence), func(e evidence) bool { return e.reading == nil })
	}
	return q.legible
}

// isReadWhole reports whether every page of every source that the claim cites
// could be read, so that what stands in none of them is not there.
func (q *inquiry) isReadWhole() bool {
	for _, ev := range q.evidence {
		if ev.reading == nil || len(ev.reading.scans) > 0 {
			return false
		}
	}
	return len(q.evidence) > 0
}

// find makes a finding about the claim, or about one citation of it.
func (q *inquiry) find(severity claims.Severity, outcome claims.Outcome, ev *evidence, message string, args ...any) claims.Finding {
	f := claims.Finding{
		Severity: severity, Outcome: outcome, Claim: q.claim.ID,
		Message: fmt.Sprintf(message, args...), Spans: q.claim.Spans,
	}
	if ev != nil {
		f.Citation, f.Snapshot = ev.citation.ID, ev.snapshot
	}
	return f
}

// span returns where the words [start, end) of the claim's text stand in the
// draft: the claim's own spans where a person has worded it otherwise or it
// has several.
func (q *inquiry) span(s claims.Span) []claims.Span {
	if len(q.claim.Spans) != 1 || q.claim.Spans[0].In(q.dossier.Draft.Text) != q.claim.Text {
		return q.claim.Spans
	}
	start := q.claim.Spans[0].Start
	return []claims.Span{{Start: start + s.Start, End: start + s.End}}
}
