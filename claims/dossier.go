package claims

import (
	"time"

	"stet/sources"
)

// Dossier is one article with everything needed to verify, show or export it,
// as it stood at one moment.
type Dossier struct {
	Article Article
	Draft   Draft
	Entries []Entry             // by claim number, cut claims included
	Sources map[string]Evidence // by source ID, each that is cited
	// Findings are those of the article as a whole; those of a claim are in
	// its entry.
	Findings []Finding
	// Basis names what the checks read when they last ran, and is empty where
	// they never did; see Verification.
	Basis string
	// Version is the ledger's history length at that moment; a change built
	// on this dossier is refused if the article has changed since.
	Version int64

	ruler *Ruler // what Measure keeps; nil until it is asked
}

// Measure returns the ruler of the draft's text, which it makes when it is first
// asked for. A dossier may not be asked by several goroutines at once before
// that.
func (d *Dossier) Measure() *Ruler {
	if d.ruler == nil || d.ruler.text != d.Draft.Text {
		d.ruler = NewRuler(d.Draft.Text)
	}
	return d.ruler
}

// Continued returns a dossier for further claims of the same article, as it
// stood at the same moment. It shares the draft, and the draft's ruler where
// that was asked for.
func (d *Dossier) Continued() *Dossier {
	return &Dossier{Article: d.Article, Draft: d.Draft, Sources: map[string]Evidence{}, Version: d.Version, ruler: d.ruler}
}

// Entry is a claim with all that hangs on it.
type Entry struct {
	Claim     Claim
	Citations []Citation       // in the order in which the draft makes them
	Matches   map[string]Match // by citation ID; absent where nothing was verified yet
	Findings  []Finding
	Checked   Checked // when the checks last ran on it; zero where they never did, and where only some claims were asked for
	// Parts are what the claim is part of, and what is part of it, by all
	// drafts so far.
	Parts   []Part
	SignOff *SignOff // the newest, void or not; nil where the claim is open
	Queries []Query  // by number
	Replies []Reply  // in the order in which they were first recorded
}

// Evidence is a source with its newest attempt and newest snapshot.
type Evidence struct {
	Source sources.Source
	// Last is the newest attempt to capture it, those in web archives apart;
	// nil where none was made. It comes without its exchanges.
	Last *sources.Capture
	// Snapshot names the newest bytes; empty where none were ever got. A
	// copy that a person attached comes before what the source's own address
	// gave, and that before what a web archive has.
	Snapshot sources.Digest
	Via      sources.Via // how those bytes were got
	TakenAt  time.Time   // when those bytes were got, of a memento by the archive; zero where there are none
}

// Verification is what the checks made of one article.
type Verification struct {
	// Basis names what they read: the claims with their words, labels and
	// citations, and the snapshots. As long as a dossier has the same basis,
	// the checks would find the same.
	Basis string
	// Checked says of each claim, by its ID, what the checks read of it, so that
	// they run again only on what is otherwise now.
	Checked  map[string]Checked
	Matches  []Match   // one for each quote that could be looked for
	Findings []Finding // in the order of the claims, then of the checks
}

// Checked is what the checks read of one claim when they last ran.
type Checked struct {
	Basis string `json:"basis"` // names the claim's words, label and citations, and what their sources read
	Start int    `json:"start"` // where the claim began in the draft, so that findings move with it
}
