// Package verify tests each claim of a dossier against its evidence. Every
// check is a string or number operation that a person can redo with a finger
// on the page; none of them ever calls a claim true.
package verify

import (
	"fmt"
	"slices"
	"time"

	"stet/claims"
	"stet/claims/facts"
	"stet/claims/quote"
	"stet/sources"
)

// Texts opens the text of a snapshot. A text that holds no words is unread.
type Texts func(sources.Digest) (*sources.Text, error)

// Check is one machine test of a claim against its evidence.
type Check struct {
	ID    string
	Title string // what it looks for, in one line
	// claim tests one claim, and article the article as a whole; either may
	// be nil.
	claim   func(*inquiry) []claims.Finding
	article func(*claims.Dossier) []claims.Finding
	Catch   []Example // what it must find
	Spare   []Example // what it must leave alone
}

// Checks lists every check, in the order in which findings are listed.
var Checks = []Check{noCitation, unread, copied, quoteCheck, quotation, number, name, label}

// Run runs every check on every claim that is not cut, on texts that readers of
// the version given made. The findings come in the order of the claims, then
// of the checks. An error is one of opening a text.
func Run(d *claims.Dossier, readers string, open Texts) (claims.Verification, error) {
	result := claims.Verification{Basis: Basis(d, readers)}
	for _, c := range Checks {
		if c.article != nil {
			result.Findings = append(result.Findings, stamp(c, c.article(d))...)
		}
	}
	shelf := &shelf{open: open, texts: map[sources.Digest]*reading{}}
	cites := citesAnything(d)
	for _, entry := range d.Entries {
		if entry.Claim.Cut {
			continue
		}
		q, err := newInquiry(d, entry, shelf)
		if err != nil {
			return claims.Verification{}, err
		}
		q.cites = cites
		for _, ev := range q.evidence {
			if ev.match != nil {
				result.Matches = append(result.Matches, *ev.match)
			}
		}
		for _, c := range Checks {
			if c.claim != nil {
				result.Findings = append(result.Findings, stamp(c, c.claim(q))...)
			}
		}
	}
	return result, nil
}

// stamp writes the check's id on its findings.
func stamp(c Check, found []claims.Finding) []claims.Finding {
	for i := range found {
		found[i].Check = c.ID
	}
	return found
}

// inquiry is one claim laid beside its evidence.
type inquiry struct {
	dossier  *claims.Dossier
	cites    bool // the draft cites something somewhere
	claim    claims.Claim
	evidence []evidence // one for each citation, in their order
}

// evidence is one citation with what could be read of its source.
type evidence struct {
	citation claims.Citation
	source   sources.Source
	last     *sources.Capture
	snapshot sources.Digest
	via      sources.Via   // how the snapshot was got
	takenAt  time.Time     // when, of a memento by the archive
	reading  *reading      // nil where there is nothing to read
	match    *claims.Match // nil where there is no quote or nothing to read
	passage  passage       // what the locator names
	was      *claims.Match // where the quote stood when the checks ran last; nil where that is unknown
}

// reading is a text prepared for looking things up in it. What the document
// says of itself (title, byline, publisher) is evidence too.
type reading struct {
	text    *sources.Text
	folded  *quote.Folded
	numbers func() []facts.Fact
	names   func() []facts.Fact
	scans   []claims.Span // pages that are pictures
}

// shelf holds the texts of an article's sources, each prepared once.
type shelf struct {
	open  Texts
	texts map[sources.Digest]*reading
}

func newInquiry(d *claims.Dossier, entry claims.Entry, shelf *shelf) (*inquiry, error) {
	q := &inquiry{dossier: d, claim: entry.Claim}
	for _, c := range entry.Citations {
		known := d.Sources[c.Source]
		ev := evidence{citation: c, source: known.Source, last: known.Last, snapshot: known.Snapshot, via: known.Via, takenAt: known.TakenAt}
		var err error
		if ev.reading, err = shelf.reading(known.Snapshot); err != nil {
			return nil, fmt.Errorf("read the snapshot of %s: %w", known.Source.Name(), err)
		}
		if ev.reading != nil {
			ev.passage = findPassage(ev.reading.text, c.Locator)
			if was, ok := entry.Matches[c.ID]; ok && was.Class != claims.Absent {
				ev.was = &was
			}
			ev.match = matchQuote(ev)
		}
		q.evidence = append(q.evidence, ev)
	}
	return q, nil
}

// reading returns the prepared text of a snapshot, or nil where there is no
// snapshot or no word in it.
func (s *shelf) reading(d sources.Digest) (*reading, error) {
	if d == "" {
		return nil, nil
	}
	if r, ok := s.texts[d]; ok {
		return r, nil
	}
	text, err := s.open(d)
	if err != nil {
		return nil, err
	}
	var r *reading
	if !text.IsUnread() {
		r = prepare(text)
	}
	s.texts[d] = r
	return r, nil
}

// read returns the evidence that has a text.
func (q *inquiry) read() []evidence {
	return slices.DeleteFunc(slices.Clone(q.evidence), func(e evidence) bool { return e.reading == nil })
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
