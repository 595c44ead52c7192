package storetest

import (
	"fmt"
	"strings"
	"time"

	"stet/claims"
	"stet/sources"
)

// reader names the version of the reader that is said to have read the pages:
// the program's own, which reads plain text as it is.
const reader = "2"

// begun is when the first source was captured. Articles follow it over two
// years, so that no date depends on a clock.
var begun = time.Date(2024, time.January, 8, 9, 0, 0, 0, time.UTC)

// page is a source with what was captured of it.
type page struct {
	source   sources.Source
	captures []sources.Capture
	contents []claims.Content
	text     string // the newest; "" where there are no bytes
	older    string // what it said before, where it was captured twice
}

// newest is the digest of the newest bytes.
func (p *page) newest() sources.Digest {
	if len(p.contents) == 0 {
		return ""
	}
	return p.contents[len(p.contents)-1].Digest
}

// newPage makes the source of a number, from 1.
func newPage(seed uint64, number int) *page {
	w := newWriter(seed, uint64(number))
	ids := idsOf(w, begun.Add(time.Duration(number)*time.Millisecond))
	p := &page{source: sources.Source{ID: ids.next(), Number: number, KindSet: w.oneIn(5)}}
	p.describe(w)
	if p.source.IsHeld() {
		return p
	}
	p.text = w.article(4 + w.r.IntN(8))
	at := begun.Add(time.Duration(number) * time.Second)
	c := sources.Capture{ID: ids.next(), Source: p.source.ID, At: at, State: sources.Captured, MediaType: "text/plain"}
	if p.source.IsURL() {
		c.Status, c.FinalURL = 200, p.source.Address
		if w.oneIn(10) {
			p.miss(w, c)
			return p
		}
		c.Exchanges = []sources.Exchange{exchange(c)}
	}
	p.capture(c, p.text)
	if w.oneIn(20) { // it was captured anew, and half of it is gone
		p.older, p.text = p.text, p.text[:len(p.text)/2]+w.article(3)
		c.ID, c.At, c.State = ids.next(), at.AddDate(1, 0, 0), sources.Changed
		p.capture(c, p.text)
	}
	return p
}

// describe fills in what is known of the source without its bytes.
func (p *page) describe(w *writer) {
	s := &p.source
	s.Publisher, s.Title, s.Date = w.company(), capital(w.core()), fmt.Sprintf("20%02d-%02d-%02d", 5+w.r.IntN(19), 1+w.r.IntN(12), 1+w.r.IntN(28))
	switch n := w.r.IntN(100); {
	case n < 8:
		s.Held, s.Kind = "call with "+w.person()+", "+w.when(), sources.Call
	case n < 18:
		s.Address, s.Kind = fmt.Sprintf("papers/%s-%d.pdf", nouns[w.noun.Uint64()], s.Number), sources.CourtFiling
	case n < 30:
		s.Address, s.Kind = fmt.Sprintf("https://records.example.org/%d/%s", s.Number, nouns[w.noun.Uint64()]), sources.OfficialRecord
	case n < 45:
		s.Address, s.Kind = fmt.Sprintf("https://www.example.com/press/%s-%d", nouns[w.noun.Uint64()], s.Number), sources.PressRelease
	default:
		s.Address, s.Kind = fmt.Sprintf("https://news.example.net/2024/%s-%s-%d.html", nouns[w.noun.Uint64()], nouns[w.noun.Uint64()], s.Number), sources.NewsReport
	}
	if w.oneIn(20) {
		s.Alias = fmt.Sprintf("%s-%d", nouns[w.noun.Uint64()], s.Number)
	}
}

// article returns lines of prose.
func (w *writer) article(sentences int) string {
	var b strings.Builder
	for i := range sentences {
		b.WriteString(w.sentence(w.core()).text)
		if i%3 == 2 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func (p *page) capture(c sources.Capture, text string) {
	d := sources.DigestOf([]byte(text))
	c.Snapshot = d
	p.captures = append(p.captures, c)
	p.contents = append(p.contents, claims.Content{
		Snapshot: sources.Snapshot{Digest: d, MediaType: c.MediaType, Size: int64(len(text)), At: c.At}, Bytes: []byte(text),
	})
}

// miss is an attempt that got no bytes.
func (p *page) miss(w *writer, c sources.Capture) {
	p.text, c.MediaType = "", ""
	c.State, c.Status, c.Reason = sources.Blocked, 403, "the server answered 403 Forbidden"
	if w.oneIn(2) {
		c.State, c.Status, c.Reason = sources.Missing, 404, "the server answered 404 Not Found"
	}
	c.Exchanges = []sources.Exchange{exchange(c)}
	p.captures = append(p.captures, c)
}

func exchange(c sources.Capture) sources.Exchange {
	return sources.Exchange{
		URL: c.FinalURL, Peer: "192.0.2.7:443", Protocol: "HTTP/2.0", Status: c.Status,
		Request:  []sources.Field{{Name: "Accept", Value: "*/*"}},
		Response: []sources.Field{{Name: "Content-Type", Value: "text/plain; charset=utf-8"}},
	}
}

// change is the change that adds the source.
func (p *page) change() *claims.Change {
	return &claims.Change{
		By: "Dana Scott", What: "source capture", At: begun, Snapshots: p.contents,
		Sources: []sources.Source{p.source}, Captures: p.captures,
	}
}
