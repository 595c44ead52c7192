package claims

import (
	"errors"
	"time"
)

// Indexed is one kind of text that can be searched for its words.
type Indexed string

// The kinds of text that have an index of their words.
const (
	IndexedClaims  Indexed = "claims"  // what articles say, with their titles
	IndexedQuotes  Indexed = "quotes"  // what citations quote
	IndexedSources Indexed = "sources" // what was read of snapshots, page by page
)

// AllIndexed lists every kind that can be searched, in the order in which
// answers show them.
var AllIndexed = []Indexed{IndexedClaims, IndexedQuotes, IndexedSources}

// ParseIndexed returns the kind that s names, folding case.
func ParseIndexed(s string) (Indexed, error) { return parse("kind of text", s, AllIndexed) }

// IndexedText is one text as it is indexed: a claim, a quote, or a page of a
// source.
type IndexedText struct {
	// Number names the text within its kind for ever: that of the event
	// that wrote the claim or the citation, or of the text read and the page.
	Number int64
	// At is the event, or the text read, because of which it is indexed.
	At    int64
	Text  string
	Title string // of the claim's article
}

// Segment is an index of some texts, its documents, each known by its place from
// 0.
type Segment struct {
	ID        int64
	Documents int
	Words     int64  // in all documents together
	Lengths   []byte // how many words each document has, as claims/search codes it
}

// Posting says which documents of a segment have a word.
type Posting struct {
	Term      string
	Documents int    // how many have it
	Places    []byte // which, and how often, as claims/search codes it
}

// IndexMark says how far an index goes.
type IndexMark struct {
	Version int   // of the way in which texts were split into words
	Through int64 // the last event, or text read, that was looked at
}

// SearchedClaim is a claim as somebody who searches sees it.
type SearchedClaim struct {
	ID         string
	Article    string    // the slug
	Title      string    // of the article
	ImportedAt time.Time // when the article's current draft was imported
	Number     int
	Text       string
	Label      Label
	Place      Place
	Cut        bool
	SignOff    *SignOff // the last one, which may be void; nil where there is none or it was not read
}

// SearchedQuote is a citation with what it quotes.
type SearchedQuote struct {
	ID     string
	Claim  Ref
	Quote  string
	Source string // its code
	Page   string // of the locator
}

// SearchedPage is one page of what was read of a snapshot, or all of it where
// the document has no pages.
type SearchedPage struct {
	Source   string // the code of the first source that has the snapshot
	Name     string // of the source, short
	Title    string // of the source
	Page     string // as it is printed, else counted; empty where there are no pages
	Snapshot string // digest
	Newest   bool   // whether these are the source's newest bytes
	Text     string
}

// IndexPut is what brings the index of a kind up to date: a segment, which may
// be empty, in place of others.
type IndexPut struct {
	Of            Indexed
	Before, After IndexMark // how far the index went, and goes
	// Reset drops every segment of the kind first.
	Reset    bool
	Replaced []int64 // the segments whose documents are in this one
	Segment  Segment // its ID is given by the ledger
	Numbers  []byte  // of its documents, as claims/search codes them
	Postings []Posting
}

// ErrUnwritable says that nothing can be written to the ledger now: it is
// read-only, or another program keeps it locked.
var ErrUnwritable = errors.New("the ledger cannot be written to now")
