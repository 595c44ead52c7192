package storetest

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"

	"stet/claims"
	"stet/sources"
	"stet/store/canonical"
)

// row is one row of a table on its way into the ledger.
type row struct {
	table  string
	values []driver.Value
}

// packer makes rows of changes, as the store would write them one by one.
type packer struct {
	rows []row
	err  error
	// What the events of one change have in common.
	change  *claims.Change
	id      string
	article map[string]string // by claim
}

func newPacker() *packer { return &packer{article: map[string]string{}} }

// compressor compresses as the store does. Several goroutines may use it.
var compressor = sync.OnceValues(func() (*zstd.Encoder, error) { return zstd.NewWriter(nil) })

func (p *packer) compress(b []byte) []byte {
	enc, err := compressor()
	if err != nil {
		p.err = err
		return nil
	}
	return enc.EncodeAll(b, nil)
}

func (p *packer) add(table string, values ...driver.Value) {
	p.rows = append(p.rows, row{table, values})
}

// log adds the event of a row; who inserts it gives it its number.
func (p *packer) log(article, table, key string, v any) {
	b, err := canonical.JSON(v)
	if err != nil {
		p.err = fmt.Errorf("%s %s: %w", table, key, err)
	}
	p.add("history", nil, p.id, stamp(p.change.At), p.change.By, p.change.What, article, table, key, string(b))
}

// pack adds the rows of a change and their events, in the order in which the
// store writes them.
func (p *packer) pack(c *claims.Change, id string) {
	p.change, p.id = c, id
	for _, s := range c.Snapshots {
		p.snapshot(s)
	}
	for _, s := range c.Sources {
		p.source(s)
	}
	for _, a := range c.Captures {
		p.capture(a)
	}
	for _, a := range c.Articles {
		p.add("article", a.ID, a.Slug, a.Title, a.Author, string(a.Draft))
		p.log(a.ID, "article", a.ID, a)
	}
	for _, d := range c.Drafts {
		p.draft(d)
	}
	for _, m := range c.Claims {
		p.claim(m)
	}
	for _, a := range c.Parts {
		p.part(a)
	}
	for _, t := range c.Citations {
		p.citation(t)
	}
	for _, s := range c.SignOffs {
		p.signOff(s)
	}
}

func (p *packer) snapshot(s claims.Content) {
	compressed := p.compress(s.Bytes)
	p.add("snapshot", string(s.Digest), s.MediaType, s.Size, stamp(s.At))
	p.add("snapshot_bytes", string(s.Digest), compressed, string(sources.DigestOf(compressed)))
	p.log("", "snapshot", string(s.Digest), struct {
		sources.Snapshot
		At string `json:"at"`
	}{s.Snapshot, stamp(s.At)})
}

func (p *packer) source(s sources.Source) {
	p.add("source", s.ID, int64(s.Number), s.Alias, s.Address, s.Held, string(s.Kind), s.KindSet, s.Title, s.Publisher, s.Author,
		s.Date, s.Note, s.Within)
	p.log("", "source", s.ID, s)
}

func (p *packer) capture(c sources.Capture) {
	var snapshot driver.Value
	if c.Snapshot != "" {
		snapshot = string(c.Snapshot)
	}
	p.add("capture", c.ID, c.Source, stamp(c.At), string(c.State), c.Reason, c.FinalURL, int64(c.Status), c.MediaType, snapshot)
	for i, e := range c.Exchanges {
		p.add("exchange", c.ID, int64(i), e.URL, e.Peer, e.Protocol, int64(e.Status), p.list(e.Request), p.list(e.Response))
	}
	p.log("", "capture", c.ID, struct {
		sources.Capture
		At string `json:"at"`
	}{c, stamp(c.At)})
}

// reading adds the text read from a snapshot, which is derived: no event is of
// it.
func (p *packer) reading(s claims.Content) {
	t := sources.Text{MediaType: s.MediaType, Body: string(s.Bytes)}
	bare := t
	bare.Body = ""
	rest, err := json.Marshal(bare)
	if err != nil {
		p.err = err
	}
	p.add("reading", string(s.Digest), reader, s.Size, p.compress(s.Bytes), int64(len(rest)), p.compress(rest),
		string(s.Digest))
}

func (p *packer) draft(d claims.Draft) {
	p.add("draft", d.Article, string(d.Digest), d.File, d.MediaType, stamp(d.At), string(d.Unit), p.list(d.Segments), "[]", d.Text)
	p.log(d.Article, "draft", string(d.Digest), struct {
		claims.Draft
		At string `json:"at"`
	}{d, stamp(d.At)})
}

func (p *packer) claim(c claims.Claim) {
	p.article[c.ID] = c.Article
	p.add("claim", c.ID, c.Article, int64(c.Number), c.Text, claims.FoldWords(c.Text), p.list(c.Spans), c.Prefix, c.Suffix,
		string(c.Place), string(c.Label), c.LabelBy, string(c.Priority), p.list(c.Reasons), c.Cut, c.Speaker(), p.list(c.Attributions), "[]", c.By)
	p.log(c.Article, "claim", c.ID, c)
}

func (p *packer) part(a claims.Part) {
	p.add("part", a.Claim, int64(a.Number), a.Whole, int64(a.WholeNumber), string(a.Bond), string(a.Draft), stamp(a.At))
	p.log(p.article[a.Claim], "part", a.Claim, struct {
		claims.Part
		At string `json:"at"`
	}{a, stamp(a.At)})
}

func (p *packer) citation(t claims.Citation) {
	l := t.Locator
	p.add("citation", t.ID, t.Claim, t.Source, string(t.Stance), string(t.Grade), t.Quote, l.Page, l.PageEnd, l.Paragraph, l.Time,
		t.Note, t.Origin, t.By)
	p.log(p.article[t.Claim], "citation", t.ID, t)
}

func (p *packer) signOff(s claims.SignOff) {
	p.add("signoff", s.ID, s.Claim, string(s.Verdict), s.To, s.Note, s.By, stamp(s.At), s.Words, claims.FoldWords(s.Words), claims.FoldWords(s.To))
	for i, pin := range s.Evidence {
		var snapshot driver.Value
		if pin.Snapshot != "" {
			snapshot = string(pin.Snapshot)
		}
		l := pin.Locator
		p.add("pin", s.ID, int64(i), pin.Citation, pin.Source, string(pin.Stance), pin.Quote, l.Page, l.PageEnd, l.Paragraph, l.Time,
			snapshot, pin.Passage, claims.FoldWords(pin.Passage))
	}
	p.log(p.article[s.Claim], "signoff", s.ID, struct {
		claims.SignOff
		At string `json:"at"`
	}{s, stamp(s.At)})
}

// verification adds what the checks made of an article, which is derived.
func (p *packer) verification(article string, v claims.Verification) {
	p.add("verification", article, v.Basis)
	for _, id := range slices.Sorted(maps.Keys(v.Checked)) {
		c := v.Checked[id]
		p.add("checked", id, c.Basis, int64(c.Start))
	}
	for _, m := range v.Matches {
		s := m.Selector
		p.add("match", m.Citation, string(m.Snapshot), string(m.Class), int64(m.Start), int64(m.End), m.Page, m.WrongPage,
			p.list(m.Difference), s.Exact, s.Prefix, s.Suffix, int64(s.Start), claims.FoldWords(s.Exact))
	}
	for i, f := range v.Findings {
		var citation, claim driver.Value
		if f.Claim != "" {
			claim = f.Claim
		}
		if f.Citation != "" {
			citation = f.Citation
		}
		p.add("finding", article, int64(i), claim, citation, f.Check, string(f.Severity), string(f.Outcome), f.Message, f.Fingerprint(),
			p.list(f.Spans), string(f.Snapshot), p.list(f.Evidence))
	}
}

// list returns a slice as the ledger has it: no elements are "[]".
func (p *packer) list(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		p.err = err
	}
	if string(b) == "null" {
		return "[]"
	}
	return string(b)
}

// stamp writes a time as the ledger does.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z07:00") }
