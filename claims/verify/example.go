package verify

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/sources"
	"stet/sources/court"
)

// Example is a claim with its evidence that a check must catch or must spare.
type Example struct {
	Claim     string
	Label     claims.Label
	Speaker   string
	Cue       string // the words that show whose word it is
	Anonymous bool
	Hedged    bool
	Place     claims.Place // "" is the body
	Remark    string       // a footnote that names no source
	Beside    string       // another claim of the article
	Cites     []Exhibit
	Elsewhere []Exhibit // what the rest of the article cites
	// Uncited makes the rest of the draft cite nothing either.
	Uncited bool
	// Says is part of the message; it stands only in examples to catch.
	Says string
}

// Exhibit is one piece of evidence of an Example.
type Exhibit struct {
	Kind      sources.Kind
	Publisher string
	Held      string // held elsewhere: no text
	Title     string
	Address   string        // "" is a file's
	State     sources.State // of the last attempt; "" is captured
	Via       sources.Via   // of the snapshot
	Text      string        // what the source says; without it and Pages, an attempt that failed left no snapshot
	Pages     []string      // instead of Text, page by page; "\f" is a scanned page
	Quote     string        // the words relied on
	Locator   claims.Locator
	Links     []string // the addresses that it links to
	Note      string   // what else the footnote says
	Alike     string   // why it is one source with the others that say so
	Rests     string   // the publisher that it has it from, by its own words
}

// Try runs every check over an example and returns what this one finds in it:
// something in each of its Catch, nothing in each of its Spare.
func (c Check) Try(ctx context.Context, e Example) ([]claims.Finding, error) {
	d, texts := e.dossier()
	open := func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }
	result, err := Run(ctx, d, open, Options{Alike: e.alike, Rests: e.rests})
	return slices.DeleteFunc(result.Findings, func(f claims.Finding) bool { return f.Check != c.ID || f.Claim == "other" }), err
}

// alike tells which of the example's exhibits are one source, by what they say
// of themselves.
func (e Example) alike(a, b Document) (string, bool) {
	why := ""
	for _, d := range []Document{a, b} {
		i := slices.IndexFunc(e.Cites, func(x Exhibit) bool { return x.Alike != "" && x.Text == d.Text.Body })
		if i < 0 {
			return "", false
		}
		why = e.Cites[i].Alike
	}
	return why, true
}

// rests tells which of the example's exhibits has it from which.
func (e Example) rests(document, on Document) bool {
	return slices.ContainsFunc(e.Cites, func(x Exhibit) bool {
		return x.Rests != "" && x.Rests == on.Source.Publisher && x.Text == document.Text.Body
	})
}

// dossier lays the example out as the ledger would, after a second claim that
// cites something, so that the article is no draft without citations.
func (e Example) dossier() (*claims.Dossier, map[sources.Digest]*sources.Text) {
	texts := map[sources.Digest]*sources.Text{}
	d := &claims.Dossier{Sources: map[string]claims.Evidence{}}
	d.Draft.Text, d.Draft.At = e.Claim+"\n", time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC)
	c := claims.Claim{ID: "claim", Number: 1, Text: e.Claim, Place: e.Place, Label: e.Label, Spans: []claims.Span{{Start: 0, End: len(e.Claim)}}}
	if c.Place == "" {
		c.Place = claims.InBody
	}
	if e.Speaker != "" || e.Cue != "" {
		c.Attributions = []claims.Attribution{{Label: e.Label, Anonymous: e.Anonymous, Hedged: e.Hedged, Speaker: claims.Phrase{Text: e.Speaker}, Cue: claims.Phrase{Text: e.Cue}}}
	}
	if e.Remark != "" {
		c.Remarks = []claims.Remark{{Origin: "footnote 1", Text: e.Remark}}
	}
	entry := claims.Entry{Claim: c}
	for _, x := range e.Cites {
		id := string(sources.DigestOf([]byte(string(x.State) + x.Text + strings.Join(x.Pages, "\f") + x.Held + x.Publisher)))
		d.Sources[id] = x.evidence(id, texts)
		entry.Citations = append(entry.Citations, claims.Citation{ID: "citation " + id, Claim: c.ID, Source: id, Quote: x.Quote, Locator: x.Locator, Note: x.Note})
	}
	for _, x := range e.Elsewhere {
		id := string(sources.DigestOf([]byte("elsewhere" + x.Title + x.Text + strings.Join(x.Pages, "\f"))))
		d.Sources[id] = x.evidence(id, texts)
	}
	d.Entries = []claims.Entry{entry}
	if e.Beside != "" {
		start := len(d.Draft.Text)
		d.Draft.Text += e.Beside + "\n"
		beside := claims.Claim{ID: "beside", Number: 3, Text: e.Beside, Place: claims.InBody, Label: claims.OwnVoice,
			Attributions: []claims.Attribution{{Speaker: claims.Phrase{Text: "Ida Brandt"}}}, Spans: []claims.Span{{Start: start, End: start + len(e.Beside)}}}
		d.Entries = append(d.Entries, claims.Entry{Claim: beside})
	}
	if !e.Uncited {
		d.Sources["other"] = claims.Evidence{Source: sources.Source{ID: "other", Held: "notes"}}
		d.Entries = append(d.Entries, claims.Entry{
			Claim:     claims.Claim{ID: "other", Number: 2, Place: claims.InHeadline, Label: claims.OwnVoice},
			Citations: []claims.Citation{{ID: "other", Claim: "other", Source: "other"}},
		})
		d.Entries[len(d.Entries)-1].Claim.Cut = len(e.Cites) > 0
	}
	return d, texts
}

func (x Exhibit) evidence(id string, texts map[sources.Digest]*sources.Text) claims.Evidence {
	s := sources.Source{ID: id, Number: 1, Kind: x.Kind, Publisher: x.Publisher, Held: x.Held, Title: x.Title}
	if s.Address = x.Address; x.Held == "" && x.Address == "" {
		s.Address = "sources/exhibit.txt"
	}
	ev := claims.Evidence{Source: s, Via: x.Via, TakenAt: time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC)}
	if x.Held == "" {
		ev.Last = &sources.Capture{State: cmp.Or(x.State, sources.Captured)}
	}
	if x.Held == "" && (x.State == "" || x.Text != "") {
		ev.Snapshot = sources.Digest(id)
		texts[ev.Snapshot] = x.text()
	}
	return ev
}

func (x Exhibit) text() *sources.Text {
	t := &sources.Text{Body: x.Text, Publisher: x.Publisher}
	for _, address := range x.Links {
		t.Links = append(t.Links, sources.Link{Address: address})
	}
	for i, page := range x.Pages {
		start := len(t.Body)
		t.Body += page + "\n"
		t.Pages = append(t.Pages, sources.Page{Number: i + 1, Start: start, End: len(t.Body), NeedsOCR: page == "\f", Stamps: court.Stamps(page)})
	}
	return t
}
