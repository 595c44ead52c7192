package origin

import (
	"strings"
	"testing"

	"stet/sources"
)

// TestRelations says of two documents whether they are one source, and why.
func TestRelations(t *testing.T) {
	long := sentence(1, 60)
	release := Document{Kind: sources.PressRelease, Text: &sources.Text{Body: agency}}
	wire := func(publisher, body string) Document {
		return Document{Text: &sources.Text{Publisher: publisher, Body: body}}
	}
	at := func(address, body string) Document {
		return Document{Address: address, Text: &sources.Text{Body: body}}
	}
	linking := func(body, address string) Document {
		return Document{Text: &sources.Text{Body: body, Links: []sources.Link{{Address: address, Start: 4, End: 8}}}}
	}
	for _, c := range []struct {
		name string
		a, b Document
		says string // "" where they are two
	}{
		{"the same bytes", Document{Digest: "x"}, Document{Digest: "x"}, "the same bytes"},
		{"no bytes", Document{}, Document{}, ""},
		{"the same page", Document{Address: "https://www.example.com/a/?utm_source=x#top"}, Document{Address: "http://example.com/a"}, "the same address: example.com/a"},
		{"another page of one script", Document{Address: "https://example.com/a?id=1"}, Document{Address: "https://example.com/a?id=2"}, ""},
		{"files of one name", Document{Address: "a/log.txt"}, Document{Address: "a/log.txt"}, ""},
		{"a press release and a story made of it", release, texts(agency + " The council met on Tuesday. " + long)[0], "100 % of what the other, a press release, says"},
		{"the same of what is no release", texts(agency)[0], texts(agency + " The council met on Tuesday. " + long)[0], ""},
		{"a press release and its own story", release, texts(own)[0], ""},
		{"an agency's story, cut", wire("Reuters", agency+" "+long), wire("The Courier", "HOLM (Reuters) - "+agency), "both are credited to Reuters"},
		{"two stories of one agency", wire("Reuters", agency), wire("The Courier", "HOLM (Reuters) - "+other), ""},
		{"an agency named in a story", wire("The Post", agency+" "+long), wire("The Courier", agency+" He told Reuters."), ""},
		{"a credit in a line of its own", wire("A", agency+" "+long+"\n(AP)"), wire("B", "By The Associated Press\n"+agency), "both are credited to The Associated Press"},
		{"one rests on the other", wire("The Harbour Post", own), wire("B", "Nobody was hurt. A bow door reported faulty in March sent the Saint Oda to the bottom, as first reported by the Harbour Post."), "rests on what the Harbour Post reported"},
		{"a report in another paper", wire("Northern Echo", own), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), "rests on what the Northern Echo reported"},
		{"a report cited", wire("Reuters", own), wire("B", "The Saint Oda's bow door was faulty in March, Reuters reported on Monday, citing two people who had seen it."), "rests on what Reuters reported"},
		{"on one that is not here", wire("The Courier", own), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), ""},
		{"on another report of that paper", wire("Northern Echo", other), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), ""},
		{"both on one that is not here", wire("A", "The Northern Echo first reported that the Saint Oda's bow door was faulty in March."), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), "both say that they rest on what"},
		{"the words and the credit to another", wire("The Harbour Post", agency), wire("B", agency+" First reported by The Harbour Post."), "they share"},
		{"by the host's name", at("https://www.northernecho.example/ferry", own), wire("B", "The Saint Oda's bow door was faulty in March, according to a report in the Northern Echo."), "rests on what"},
		{"by a link", at("https://a.example/ferry", own), linking("The door was known to be faulty, as first reported by the Echo.", "https://a.example/ferry?utm_source=b"), "rests on what the Echo reported"},
		{"somebody told another paper", wire("Northern Echo", own), wire("B", "The Saint Oda's bow door was faulty in March, the company told the Northern Echo."), ""},
		{"a release with its sender's mark", texts("HOLM, Nov. 23, 2026 /PRNewswire/ -- " + long)[0], texts(agency + " " + long + " " + sentence(2, 90))[0], "a press release sent out by PR Newswire"},
		{"an excerpt", texts(sentence(3, 90))[0], texts(sentence(3, 90) + " " + sentence(4, 200))[0], "which is shorter, says"},
		{"a long quotation", texts(sentence(3, 60))[0], texts(sentence(3, 60) + " " + sentence(4, 200))[0], ""},
		{"a picture's credit", wire("Reuters", agency+" "+sentence(5, 60)), wire("B", "The ferry on Monday. (Reuters)\n"+agency+" "+sentence(6, 60)), ""},
		{"one agency, half written anew", wire("Reuters", agency+" "+sentence(5, 60)), wire("B", "By Jane Roe, Reuters\n"+agency+" "+sentence(6, 60)), "both are credited to Reuters"},
		{"one paywall", texts("Oil to outperform. " + wall)[0], texts("A further slowdown. " + wall)[0], ""},
		{"nothing but a paywall", texts(wall)[0], texts(wall)[0], ""},
	} {
		for _, pair := range [][]Document{{c.a, c.b}, {c.b, c.a}} {
			got := Of(pair)
			if c.says == "" && (len(got.Pairs) != 0 || len(got.Groups) != 2) || c.says != "" && (len(got.Pairs) != 1 || !strings.Contains(got.Pairs[0].Reason, c.says)) {
				t.Errorf("%s: %+v, want %q", c.name, got.Pairs, c.says)
			}
		}
	}
}
