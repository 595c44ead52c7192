// Package claims is the vocabulary of checking: articles and their drafts, the
// claims found in them, who says so, the evidence cited, what machines found
// and what people decided. It does no I/O and reads no clock.
package claims

import (
	"fmt"
	"strings"
	"time"

	"stet/sources"
)

// Article is a story, known by its slug.
type Article struct {
	ID     string         `json:"id"` // UUIDv7
	Slug   string         `json:"slug"`
	Title  string         `json:"title,omitempty"`
	Author string         `json:"author,omitempty"` // the byline
	Draft  sources.Digest `json:"draft,omitempty"`  // the current draft
}

// Draft is one revision of an article's text, named by the digest of its
// bytes. Offsets in claims and findings count bytes of Text.
type Draft struct {
	Digest    sources.Digest    `json:"digest"`
	Article   string            `json:"article"` // the article's ID
	File      string            `json:"file"`    // as given on the command line, for messages
	MediaType string            `json:"media_type"`
	At        time.Time         `json:"at"`
	Text      string            `json:"text"`
	Unit      sources.Unit      `json:"unit,omitempty"`
	Segments  []sources.Segment `json:"segments,omitempty"`
	Remarks   []Remark          `json:"remarks,omitempty"` // notes that stand on no claim
}

// Position returns where the byte at offset stands in the draft's file.
func (d *Draft) Position(offset int) sources.Position {
	t := sources.Text{Body: d.Text, Segments: d.Segments}
	return t.Position(offset)
}

// Span is a half-open range of bytes, [Start, End).
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns the bytes of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains reports whether the byte at offset lies in the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Place says in which part of the article a claim stands.
type Place string

// The places.
const (
	InHeadline  Place = "headline"
	InDek       Place = "dek"
	InBody      Place = "body"
	InCaption   Place = "caption"
	InPullQuote Place = "pull quote"
)

// Priority says how soon a claim wants checking.
type Priority string

// The priorities.
const (
	High   Priority = "high"
	Normal Priority = "normal"
	Low    Priority = "low"
)

// Priorities lists every priority, the most urgent first.
var Priorities = []Priority{High, Normal, Low}

// Claim is one checkable statement of an article.
type Claim struct {
	ID      string `json:"id"`      // UUIDv7
	Article string `json:"article"` // the article's ID
	Number  int    `json:"number"`  // given per article from 1, never given again
	// Text is what the draft says, byte for byte: the words of Spans, joined
	// by " … " where there are several. A claim added by hand has no spans.
	Text  string `json:"text"`
	Spans []Span `json:"spans,omitempty"` // in the draft's text, ascending
	// Prefix and Suffix are what stands around the claim in the draft that
	// carried it last, as Selector has them.
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	// SpansBy names the person who split or merged the claim; empty where the
	// machine drew its spans, and then a new import may draw them otherwise.
	SpansBy string `json:"spans_by,omitempty"`
	Place   Place  `json:"place"`
	Label   Label  `json:"label"`
	// LabelBy names the person who set the label; empty where the machine
	// did, and then a new import may set it again.
	LabelBy  string   `json:"label_by,omitempty"`
	Priority Priority `json:"priority"`
	Reasons  []string `json:"reasons,omitempty"` // for the priority, in words
	// Cut says that the current draft no longer carries the claim.
	Cut          bool          `json:"cut"`
	Attributions []Attribution `json:"attributions,omitempty"` // in reading order; the first decides the label
	Remarks      []Remark      `json:"remarks,omitempty"`      // notes on it that name no source
	By           string        `json:"by,omitempty"`           // who added or edited it by hand; empty where an import did
	Review       Review        `json:"review,omitzero"`        // what is published of it, where others made it
}

// Remark is a footnote or comment of the draft that became no citation: it
// names no source, or it stands on no claim. It is kept and reported, never
// dropped.
type Remark struct {
	Origin string `json:"origin"`         // "footnote 3", "comment 2"
	Text   string `json:"text"`           // empty where the draft refers to a note that isn't there
	Start  int    `json:"start"`          // of its anchor, in the draft's text; -1 where nothing refers to it
	Line   int    `json:"line,omitempty"` // where the note itself stands in the draft's file; 0 where unknown
}

// Code returns the claim's number as spreadsheets leave it alone: "C-0012".
func (c Claim) Code() string { return fmt.Sprintf("C-%04d", c.Number) }

// Start returns where the claim begins in the draft's text, or -1 where the
// draft doesn't carry it.
func (c Claim) Start() int {
	if len(c.Spans) == 0 {
		return -1
	}
	return c.Spans[0].Start
}

// Speaker returns the words that the first attribution gives as speaker, or
// "" where the claim rests on nobody.
func (c Claim) Speaker() string {
	if len(c.Attributions) == 0 {
		return ""
	}
	return c.Attributions[0].Speaker.Text
}

// Ref names a claim as people do: "azure-deal#12".
type Ref struct {
	Slug   string
	Number int
}

// String returns the reference as people write it.
func (r Ref) String() string { return fmt.Sprintf("%s#%d", r.Slug, r.Number) }

// ParseRef reads "azure-deal#12", "azure-deal#C-0012" or "azure-deal/12".
func ParseRef(s string) (Ref, error) {
	slug, number, ok := strings.Cut(s, "#")
	if !ok {
		slug, number, ok = strings.Cut(s, "/")
	}
	n := 0
	digits := strings.TrimPrefix(strings.ToUpper(number), "C-")
	if ok && slug != "" && len(digits) > 0 && len(digits) < 10 {
		for _, r := range digits {
			if r < '0' || r > '9' {
				n = 0
				break
			}
			n = n*10 + int(r-'0')
		}
	}
	if n == 0 {
		return Ref{}, Invalidf("%q names no claim: write ARTICLE#NUMBER, such as azure-deal#12", s)
	}
	return Ref{Slug: slug, Number: n}, nil
}

// TextOf returns the words of the spans in text, joined by " … " where there
// are several.
func TextOf(text string, spans []Span) string {
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.In(text)
	}
	return strings.Join(words, " … ")
}

// Places lists every place in the order in which help and errors show them.
var Places = []Place{InHeadline, InDek, InBody, InCaption, InPullQuote}

// ParsePlace returns the place that s names, folding case.
func ParsePlace(s string) (Place, error) { return parse("place", s, Places) }
