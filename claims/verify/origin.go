package verify

import (
	"slices"
	"strings"

	"stet/claims"
	"stet/sources"
)

var origin = Check{
	ID:    "origin",
	Title: "sources of a claim that look like several are not one",
	claim: checkOrigin,
	Catch: originCatch,
	Spare: originSpare,
}

// Document is a source with the text that was read of it.
type Document struct {
	Source sources.Source
	Digest sources.Digest
	Text   *sources.Text
}

// Alike says whether two documents are one source, and why, in words that follow
// "for": two papers that print one agency's story, a release and what was made
// of it. It is called by several goroutines at once.
type Alike func(a, b Document) (why string, same bool)

// checkOrigin reports citations that come from one origin, and sources that
// each give the other as theirs. Where a claim rests on nobody who is named, or
// needs checking first, and has one origin only, that is a warning.
func checkOrigin(q *inquiry) []claims.Finding {
	read := q.read()
	var found []claims.Finding
	independent := len(read)
	for i := range read {
		for j := range i {
			a, b := &read[j], &read[i]
			if a.source.ID == b.source.ID {
				continue
			}
			if isCircular(a, b) {
				found = append(found, q.find(claims.Warning, claims.Found, b, "%s and %s each give the other as their source: find where it comes from", a.source.Name(), b.source.Name()))
			}
			if why, same := q.alike(a, b); same {
				independent--
				found = append(found, q.find(claims.Info, claims.Found, b, "%s and %s count once, for %s: find another that knows it for itself", a.source.Name(), b.source.Name(), why))
				break
			}
		}
	}
	if independent == 1 && len(found) > 0 && q.needsTwo() {
		for i := range found {
			found[i].Severity = claims.Warning
		}
	}
	return found
}

// needsTwo reports whether a claim is one of those that desks want two origins
// for: on the word of nobody who is named, or to be checked first.
func (q *inquiry) needsTwo() bool {
	a, ok := q.attribution()
	return ok && a.Anonymous || q.claim.Priority == claims.High
}

func (q *inquiry) alike(a, b *evidence) (string, bool) {
	if a.snapshot == b.snapshot {
		return "they are the same document", true
	}
	if q.same == nil {
		return "", false
	}
	return q.same(Document{a.source, a.snapshot, a.reading.text}, Document{b.source, b.snapshot, b.reading.text})
}

// isCircular reports whether two sources link to each other.
func isCircular(a, b *evidence) bool { return links(a, b) && links(b, a) }

func links(from, to *evidence) bool {
	address := bareAddress(to.source.Address)
	return to.source.IsURL() && slices.ContainsFunc(from.reading.text.Links, func(l sources.Link) bool { return bareAddress(l.Address) == address })
}

// bareAddress returns an address without what does not tell pages apart.
func bareAddress(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	address = strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/")
}

const wire = "SALTBY (Coast Wire) — The dredger ran aground in the mouth of the harbour with 40 people aboard, the port said."

func paper(publisher, address string, links ...string) Exhibit {
	return Exhibit{Kind: sources.NewsReport, Publisher: publisher, Address: address, Text: wire + " " + publisher, Alike: "both print one agency's story", Links: links}
}

func apart(publisher, address string, links ...string) Exhibit {
	return Exhibit{Kind: sources.NewsReport, Publisher: publisher, Address: address, Text: publisher + " asked the crew.", Links: links}
}

var originCatch = []Example{
	{Claim: "The dredger ran aground.", Cites: []Exhibit{paper("The Courier", "https://courier.example/a"), paper("The Mail", "https://mail.example/a")}, Says: "count once"},
	{Claim: "The dredger ran aground.", Cites: []Exhibit{paper("The Courier", "https://courier.example/a"), paper("The Mail", "https://mail.example/a"), apart("The Post", "https://post.example/a")}, Says: "mail.example"},
	{Claim: "Forty were aboard.", Cites: []Exhibit{apart("The Post", "https://post.example/a"), paper("The Courier", "https://courier.example/a"), paper("The Mail", "https://mail.example/a")}, Says: "count once"},
	{Claim: "Forty were aboard, people familiar with it said.", Anonymous: true, Speaker: "people familiar with it", Cites: []Exhibit{paper("The Courier", "https://courier.example/a"), paper("The Mail", "https://mail.example/a")}, Says: "find another"},
	{Claim: "It sank.", Cites: []Exhibit{apart("The Post", "https://post.example/a", "https://mail.example/b"), apart("The Mail", "https://mail.example/b", "https://post.example/a")}, Says: "each give the other"},
	{Claim: "It sank.", Cites: []Exhibit{apart("The Post", "https://post.example/a", "http://www.mail.example/b/"), apart("The Mail", "https://mail.example/b", "https://post.example/a?x=1")}, Says: "each give the other"},
	{Claim: "It sank.", Cites: []Exhibit{apart("The Post", "https://post.example/a", "https://mail.example/b#top"), apart("The Mail", "https://mail.example/b", "https://post.example/a")}, Says: "where it comes from"},
	{Claim: "The port said so.", Cites: []Exhibit{paper("The Courier", "https://courier.example/a"), paper("The Mail", "https://mail.example/a"), paper("The News", "https://news.example/a")}, Says: "news.example"},
	{Claim: "The port said so.", Cites: []Exhibit{{Kind: sources.PressRelease, Publisher: "The port", Address: "https://port.example/r", Text: wire, Alike: "one is made of the other"}, paper("The Mail", "https://mail.example/a")}, Says: "count once"},
	{Claim: "The port said so.", Cites: []Exhibit{paper("The Courier", ""), paper("The Mail", "https://mail.example/a")}, Says: "count once"},
	{Claim: "The harbour was closed.", Cites: []Exhibit{paper("Harbour Times", "https://times.example/h"), paper("Evening Post", "https://evening.example/h")}, Says: "for both print"},
	{Claim: "The harbour was closed.", Cites: []Exhibit{apart("A", "https://a.example/1"), apart("B", "https://b.example/1", "https://c.example/1"), apart("C", "https://c.example/1", "https://b.example/1")}, Says: "each give the other"},
}

var originSpare = []Example{
	{Claim: "The dredger ran aground.", Cites: []Exhibit{paper("The Courier", "https://courier.example/a"), apart("The Post", "https://post.example/a")}},
	{Claim: "The dredger ran aground.", Cites: []Exhibit{paper("The Courier", "https://courier.example/a")}},
	{Claim: "The dredger ran aground.", Cites: []Exhibit{apart("The Post", "https://post.example/a"), apart("The Mail", "https://mail.example/a")}},
	{Claim: "It sank.", Cites: []Exhibit{apart("The Post", "https://post.example/a", "https://mail.example/b"), apart("The Mail", "https://mail.example/b")}},
	{Claim: "It sank.", Cites: []Exhibit{apart("The Post", "https://post.example/a", "https://other.example/b"), apart("The Mail", "https://mail.example/b", "https://other.example/b")}},
	{Claim: "It sank.", Cites: []Exhibit{paper("The Courier", "https://courier.example/a"), {State: sources.Blocked, Address: "https://mail.example/a"}}},
	{Claim: "It sank.", Cites: []Exhibit{{Held: "call with the pilot"}, {Held: "call with the port"}}},
	{Claim: "It sank.", Cites: []Exhibit{paper("The Courier", "https://courier.example/a"), {Held: "call with the pilot"}}},
	{Claim: "It sank."},
	{Claim: "It sank.", Cites: []Exhibit{{Kind: sources.CourtFiling, Text: "Complaint. It sank."}, {Kind: sources.CourtFiling, Text: "Order. It sank."}}},
	{Claim: "It sank, people familiar with it said.", Anonymous: true, Speaker: "people familiar with it", Cites: []Exhibit{apart("The Post", "https://post.example/a"), apart("The Mail", "https://mail.example/a")}},
	{Claim: "It sank.", Cites: []Exhibit{apart("The Post", "https://post.example/a", "https://post.example/a"), apart("The Mail", "https://mail.example/b", "https://mail.example/b")}},
}
