package verify

import (
	"fmt"
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

// Rests says whether a document has what it tells from another, as it says
// itself: "as the Courier reported". It is called by several goroutines at once.
type Rests func(document, on Document) bool

// checkOrigin reports citations that come from one origin, and sources that give
// each other as theirs, in a circle of two or more. Where a claim rests on nobody
// who is named, or needs checking first, and has one origin only, that is a
// warning. How many it needs is the policy's to say: the rule origins counts.
func checkOrigin(q *inquiry) []claims.Finding {
	read := q.distinct()
	found := q.circles(read)
	groups := q.origins(read)
	for _, g := range groups {
		if len(g.names) > 1 {
			found = append(found, q.find(claims.Info, claims.Found, g.last, "%s count once, for %s: find another that knows it for itself", both(g.names), g.reason()))
		}
	}
	if independent := len(groups); independent == 1 && len(found) > 0 && q.needsTwo() {
		for i := range found {
			found[i].Severity = claims.Warning
		}
	}
	return found
}

// copies are sources that are one, with what each is to the first that it is
// one with, in words that follow "for".
type copies struct {
	names []string
	why   []string // one less
	last  *evidence
}

// reason is why they are one, in as many words as one finding has room for.
func (c *copies) reason() string {
	if len(slices.Compact(slices.Clone(c.why))) == 1 {
		return c.why[0]
	}
	return c.why[0] + ", and so on"
}

// origins sorts sources by which are one with which.
func (q *inquiry) origins(read []evidence) []*copies {
	var all []*copies
	in := make([]*copies, len(read))
	for i := range read {
		ev := &read[i]
		for j := range i {
			if why, same := q.alike(&read[j], ev); same {
				in[i], in[j].why = in[j], append(in[j].why, why)
				break
			}
		}
		if in[i] == nil {
			in[i] = &copies{}
			all = append(all, in[i])
		}
		in[i].names, in[i].last = append(in[i].names, ev.source.Name()), ev
	}
	return all
}

// both joins names of which all are meant.
func both(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// distinct returns the evidence that has a text, one for each source.
func (q *inquiry) distinct() []evidence {
	seen := map[string]bool{}
	return slices.DeleteFunc(q.read(), func(ev evidence) bool {
		again := seen[ev.source.ID]
		seen[ev.source.ID] = true
		return again
	})
}

// circles reports each circle of sources of which every one has it from the
// next: the shortest through each source, once.
func (q *inquiry) circles(read []evidence) []claims.Finding {
	next := make([][]int, len(read))
	for i := range read {
		for j := range read {
			if i != j && q.hasItFrom(&read[i], &read[j]) {
				next[i] = append(next[i], j)
			}
		}
	}
	var found []claims.Finding
	told := map[string]bool{}
	for i := range read {
		circle := shortestCircle(next, i)
		key := fmt.Sprint(slices.Sorted(slices.Values(circle)))
		if len(circle) == 0 || told[key] {
			continue
		}
		told[key] = true
		last := &read[circle[len(circle)-1]]
		found = append(found, q.find(claims.Warning, claims.Found, last, "%s: find where it comes from", chain(read, circle)))
	}
	return found
}

// chain says of the sources of a circle who has it from whom.
func chain(read []evidence, circle []int) string {
	first := read[circle[0]].source.Name()
	if len(circle) == 2 {
		return first + " and " + read[circle[1]].source.Name() + " each give the other as their source"
	}
	var links []string
	for i, at := range circle {
		links = append(links, read[at].source.Name()+" has it from "+read[circle[(i+1)%len(circle)]].source.Name())
	}
	last := len(links) - 1
	return strings.Join(links[:last], ", ") + " and " + links[last]
}

// shortestCircle returns the shortest way from one of some things back to itself,
// where next says which lead to which; none where there is no way.
func shortestCircle(next [][]int, from int) []int {
	type way []int
	seen := map[int]bool{}
	for ways := []way{{from}}; len(ways) > 0; ways = ways[1:] {
		here := ways[0]
		for _, to := range next[here[len(here)-1]] {
			if to == from {
				return here
			}
			if !seen[to] {
				seen[to] = true
				ways = append(ways, append(slices.Clone(here), to))
			}
		}
	}
	return nil
}

// hasItFrom reports whether a source says that it has it from another, in words
// or by a link to it.
func (q *inquiry) hasItFrom(a, b *evidence) bool {
	return links(a, b) || q.rests != nil && q.rests(Document{a.source, a.snapshot, a.reading.text}, Document{b.source, b.snapshot, b.reading.text})
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

// links reports whether a source links to another.
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

// told is a report that says in words whose it is.
func told(publisher, address, from string) Exhibit {
	return Exhibit{Kind: sources.NewsReport, Publisher: publisher, Address: address, Text: "The dredger sank, as reported by " + from + ".", Rests: from}
}

var originCatch = []Example{
	{Claim: "It sank.", Cites: []Exhibit{apart("A", "https://a.example/1", "https://b.example/1"), apart("B", "https://b.example/1", "https://c.example/1"), apart("C", "https://c.example/1", "https://a.example/1")}, Says: "a.example/…/1 has it from b.example/…/1, b.example/…/1 has it from c.example/…/1 and c.example/…/1 has it from a.example/…/1"},
	{Claim: "It sank.", Cites: []Exhibit{told("The Courier", "https://courier.example/a", "The Mail"), told("The Mail", "https://mail.example/a", "The Courier")}, Says: "each give the other"},
	{Claim: "It sank.", Cites: []Exhibit{told("The Courier", "https://courier.example/a", "The Mail"), told("The Mail", "https://mail.example/a", "The Post"), apart("The Post", "https://post.example/a", "https://courier.example/a")}, Says: "post.example/…/a has it from courier.example/…/a"},
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
	{Claim: "It sank.", Cites: []Exhibit{apart("A", "https://a.example/1", "https://b.example/1"), apart("B", "https://b.example/1", "https://c.example/1"), apart("C", "https://c.example/1")}},
	{Claim: "It sank.", Cites: []Exhibit{told("The Courier", "https://courier.example/a", "The Mail"), apart("The Mail", "https://mail.example/a")}},
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
