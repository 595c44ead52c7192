// Package export writes the ledger's claims with their evidence for use
// elsewhere, one format a file. docs/formats.md describes what is written; the
// fields and columns are a contract.
package export

import (
	"time"

	"stet/claims"
	"stet/sources"
)

// Record is one claim with all that hangs on it, as every format writes it.
type Record struct {
	Article   string          `json:"article"` // the slug
	Claim     int             `json:"claim"`   // the number
	Code      string          `json:"code"`    // C-0012
	Text      string          `json:"text"`
	Label     claims.Label    `json:"label"` // "" is undecided
	Speaker   string          `json:"speaker"`
	Cue       string          `json:"cue"` // the words on which the label rests
	Anonymous bool            `json:"anonymous"`
	Place     claims.Place    `json:"place"`
	Priority  claims.Priority `json:"priority"`
	Reasons   []string        `json:"reasons"`
	File      string          `json:"file"`
	Line      int             `json:"line"`      // from 1; 0 where the draft doesn't carry it
	Column    int             `json:"column"`    // from 1, in runes; 0 likewise
	Selectors []Selector      `json:"selectors"` // of the claim in its draft's text; empty where it was added by hand
	Cut       bool            `json:"cut"`
	Verdict   string          `json:"verdict"` // as it holds; "open" where there is none or it is void
	Void      string          `json:"void"`    // why the last verdict no longer holds
	To        string          `json:"to"`      // the words that a change proposes
	Note      string          `json:"note"`
	Checker   string          `json:"checker"`   // who gave the last verdict, void or not
	SignedAt  string          `json:"signed_at"` // RFC 3339, UTC
	// ImportedBy is who took the last verdict in with a table of claims; absent
	// where it was given in this ledger.
	ImportedBy string     `json:"imported_by,omitempty"`
	Review     Review     `json:"review,omitzero"` // absent where nothing is published of it
	Citations  []Citation `json:"citations"`
	Findings   []Finding  `json:"findings"`
	Queries    []Query    `json:"queries"`
	Replies    []Reply    `json:"replies"`
	byline     string     // of the article
}

// Citation is one citation of a claim with its source.
type Citation struct {
	ID         string         `json:"id"`
	Source     string         `json:"source"` // S-0003
	SourceName string         `json:"source_name"`
	Address    string         `json:"address"` // "" where held elsewhere
	Kind       sources.Kind   `json:"kind"`
	Title      string         `json:"title"`
	Publisher  string         `json:"publisher"`
	Stance     claims.Stance  `json:"stance"`
	Grade      claims.Grade   `json:"grade"`
	Quote      string         `json:"quote"`
	Locator    string         `json:"locator"` // as footnotes write it
	Note       string         `json:"note"`
	Origin     string         `json:"origin"`
	Match      claims.Class   `json:"match"`       // "" where nothing was looked for
	Page       string         `json:"page"`        // where the quote stands
	Selectors  []Selector     `json:"selectors"`   // of the words there, in the text read of the snapshot; empty where it stands nowhere
	Snapshot   sources.Digest `json:"snapshot"`    // SHA-256 of the newest bytes
	Capture    sources.State  `json:"capture"`     // how the last attempt ended
	CapturedAt string         `json:"captured_at"` // of that attempt; RFC 3339, UTC
	found      found
}

// Finding is one finding on a claim.
type Finding struct {
	Check       string          `json:"check"`
	Severity    claims.Severity `json:"severity"`
	Citation    string          `json:"citation"` // the citation's id; "" where it is about the whole claim
	Source      string          `json:"source"`   // of that citation: S-0003
	Message     string          `json:"message"`
	Fingerprint string          `json:"fingerprint"`
}

// Records returns the dossier's claims in its order.
func Records(d *claims.Dossier) []Record {
	records := make([]Record, len(d.Entries))
	for i, e := range d.Entries {
		records[i] = NewRecord(d, e)
	}
	return records
}

// NewRecord returns one of the dossier's claims.
func NewRecord(d *claims.Dossier, e claims.Entry) Record {
	c := e.Claim
	r := Outline(d, e)
	r.Reasons = append([]string{}, c.Reasons...)
	r.Selectors = selectors(c.Selectors(d.Measure())...)
	r.byline = d.Article.Author
	if len(c.Attributions) > 0 {
		r.Cue, r.Anonymous = c.Attributions[0].Cue.Text, c.Attributions[0].Anonymous
	}
	if start := c.Start(); start >= 0 {
		r.Column = d.Draft.Position(start).Column
	}
	r.Review = newReview(c)
	codes := map[string]string{}
	for i, cited := range e.Citations {
		record := &r.Citations[i]
		codes[cited.ID] = record.Source
		record.ID, record.Origin, record.Selectors = cited.ID, cited.Origin, selectors(e.Matches[cited.ID].Selector)
		if m, ok := e.Matches[cited.ID]; ok {
			record.found = foundAt(m)
		}
	}
	for i, f := range e.Findings {
		record := &r.Findings[i]
		record.Citation, record.Source, record.Fingerprint = f.Citation, codes[f.Citation], f.Fingerprint()
	}
	return r
}

// Outline returns of one of the dossier's claims what tables show of it: every
// column is of this alone.
func Outline(d *claims.Dossier, e claims.Entry) Record {
	c := e.Claim
	r := Record{
		Article: d.Article.Slug, Claim: c.Number, Code: c.Code(), Text: c.Text, Label: c.Label, Speaker: c.Speaker(),
		Place: c.Place, Priority: c.Priority, File: d.Draft.File, Cut: c.Cut, Verdict: claims.Open.String(),
		Citations: make([]Citation, len(e.Citations)), Findings: make([]Finding, len(e.Findings)), Review: outlinedReview(c),
	}
	if start := c.Start(); start >= 0 {
		r.Line = d.Draft.Line(start)
	}
	r.signOff(e.SignOff)
	r.asked(e)
	for i, cited := range e.Citations {
		r.Citations[i] = outlinedCitation(d, e, cited)
	}
	for i, f := range e.Findings {
		r.Findings[i] = Finding{Check: f.Check, Severity: f.Severity, Message: f.Message}
	}
	return r
}

func (r *Record) signOff(s *claims.SignOff) {
	if s == nil {
		return
	}
	if s.Holds() {
		r.Verdict = s.Verdict.String()
	}
	r.Void, r.To, r.Note, r.Checker, r.SignedAt, r.ImportedBy = s.Void, s.To, s.Note, s.By, timestamp(s.At), s.ImportedBy
}

func outlinedCitation(d *claims.Dossier, e claims.Entry, c claims.Citation) Citation {
	ev := d.Sources[c.Source]
	record := Citation{
		Source: ev.Source.Code(), SourceName: ev.Source.Name(), Address: ev.Source.Address, Kind: ev.Source.Kind,
		Title: ev.Source.Title, Publisher: ev.Source.Publisher, Stance: c.Stance, Grade: c.Grade, Quote: c.Quote,
		Locator: c.Locator.String(), Note: c.Note, Snapshot: ev.Snapshot,
	}
	if m, ok := e.Matches[c.ID]; ok {
		record.Match, record.Page = m.Class, m.Page
	}
	if ev.Last != nil {
		record.Capture, record.CapturedAt = ev.Last.State, timestamp(ev.Last.At)
	}
	return record
}

func timestamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
