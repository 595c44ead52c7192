package export

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/google/uuid"

	"stet/sources"
)

// warcWriter writes WARC 1.1 (ISO 28500:2017): for a capture over HTTP a
// request and a response record for each exchange, redirects first; for a file,
// an attached copy, and what an older ledger kept without its exchanges, one
// resource record. Record IDs are made from the captures, so that the same
// ledger gives the same file.
type warcWriter struct {
	out    io.Writer
	packed bool // each record a gzip member of its own (annex D)
	by     string
	at     time.Time
	opened bool
}

func newWARC(w io.Writer, by string, at time.Time) CopyWriter {
	return &warcWriter{out: w, by: by, at: at}
}

func newGzipWARC(w io.Writer, by string, at time.Time) CopyWriter {
	return &warcWriter{out: w, by: by, at: at, packed: true}
}

// warcField is one header field of a record.
type warcField struct{ name, value string }

// warcRecord is one record: its fields without those that every record has,
// and its block.
type warcRecord struct {
	kind   string
	id     string // what its ID is made from
	at     time.Time
	media  string
	fields []warcField
	block  []byte
}

// Write writes the records of one snapshot.
func (w *warcWriter) Write(c Copy) error {
	if err := w.open(); err != nil {
		return err
	}
	if len(c.Capture.Exchanges) == 0 || c.Capture.Via == sources.Attached {
		return w.put(resource(c))
	}
	last := len(c.Capture.Exchanges) - 1
	for i, e := range c.Capture.Exchanges {
		var body []byte
		if i == last {
			body = c.Bytes
		}
		for _, r := range exchangeRecords(c.Capture, i, e, body) {
			if err := w.put(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close writes what a file without any snapshot holds.
func (w *warcWriter) Close() error { return w.open() }

// open writes the record that describes the file.
func (w *warcWriter) open() error {
	if w.opened {
		return nil
	}
	w.opened = true
	about := "software: " + w.by + "\r\nformat: WARC File Format 1.1\r\n" +
		"conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
	return w.put(warcRecord{kind: "warcinfo", id: "warcinfo " + w.at.String(), at: w.at, media: "application/warc-fields", block: []byte(about)})
}

func resource(c Copy) warcRecord {
	return warcRecord{
		kind: "resource", id: c.Capture.ID + " resource", at: c.Capture.At, media: mediaOr(c.Capture.MediaType),
		fields: []warcField{{"WARC-Target-URI", targetOf(c.Source)}, {"WARC-Payload-Digest", sha256Of(c.Bytes)}}, block: c.Bytes,
	}
}

// targetOf returns the URI of a source: of a file, its path from the ledger's
// folder, which says nothing of the machine that it is on.
func targetOf(s sources.Source) string {
	switch {
	case s.IsURL():
		return s.Address
	case s.IsHeld():
		return "urn:uuid:" + s.ID
	}
	return (&url.URL{Scheme: "file", Path: path.Join("/", s.Address)}).String()
}

func mediaOr(media string) string {
	if media == "" {
		return "application/octet-stream"
	}
	return media
}

// exchangeRecords returns the request and the response of one exchange.
func exchangeRecords(c sources.Capture, i int, e sources.Exchange, body []byte) []warcRecord {
	common := []warcField{{"WARC-Target-URI", e.URL}}
	if e.Peer != "" {
		common = append(common, warcField{"WARC-IP-Address", e.Peer})
	}
	request := warcRecord{
		kind: "request", id: fmt.Sprint(c.ID, " request ", i), at: c.At, media: "application/http;msgtype=request",
		block: []byte("GET " + requestTarget(e.URL) + " HTTP/1.1\r\n" + head(e.Request)),
	}
	response := warcRecord{
		kind: "response", id: fmt.Sprint(c.ID, " response ", i), at: c.At, media: "application/http;msgtype=response",
		block: append([]byte(fmt.Sprintf("HTTP/1.1 %d \r\n", e.Status)+head(plainFields(e.Response, len(body)))), body...),
	}
	request.fields = append(common[:len(common):len(common)], warcField{"WARC-Concurrent-To", recordID(response.id)})
	response.fields = append(common[:len(common):len(common)], warcField{"WARC-Payload-Digest", sha256Of(body)})
	return []warcRecord{response, request}
}

func requestTarget(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.RequestURI()
	}
	return "/"
}

// plainFields returns a response's header as it is with a body that was
// unpacked when it was captured: what was said of the packed one is kept under
// other names, as archives do.
func plainFields(of []sources.Field, length int) []sources.Field {
	var fields []sources.Field
	for _, f := range of {
		switch strings.ToLower(f.Name) {
		case "content-encoding", "transfer-encoding", "content-length":
			f.Name = "X-Archive-Orig-" + f.Name
		}
		fields = append(fields, f)
	}
	return append(fields, sources.Field{Name: "Content-Length", Value: fmt.Sprint(length)})
}

func head(fields []sources.Field) string {
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(f.Name + ": " + oneLine(f.Value) + "\r\n")
	}
	return b.String() + "\r\n"
}

func oneLine(s string) string { return strings.NewReplacer("\r", " ", "\n", " ").Replace(s) }

// put writes one record.
func (w *warcWriter) put(r warcRecord) error {
	var b bytes.Buffer
	b.WriteString("WARC/1.1\r\n")
	fields := append([]warcField{
		{"WARC-Type", r.kind}, {"WARC-Record-ID", recordID(r.id)}, {"WARC-Date", r.at.UTC().Format("2006-01-02T15:04:05.000Z")},
	}, r.fields...)
	fields = append(fields, warcField{"WARC-Block-Digest", sha256Of(r.block)}, warcField{"Content-Type", r.media},
		warcField{"Content-Length", fmt.Sprint(len(r.block))})
	for _, f := range fields {
		b.WriteString(f.name + ": " + oneLine(f.value) + "\r\n")
	}
	b.WriteString("\r\n")
	b.Write(r.block)
	b.WriteString("\r\n\r\n")
	if !w.packed {
		_, err := w.out.Write(b.Bytes())
		return err
	}
	z := gzip.NewWriter(w.out)
	if _, err := z.Write(b.Bytes()); err != nil {
		return err
	}
	return z.Close()
}

// recordID returns a name-based UUID (RFC 9562 section 5.5).
func recordID(of string) string {
	return "<urn:uuid:" + uuid.NewSHA1(uuid.NameSpaceURL, []byte("stet "+of)).String() + ">"
}

func sha256Of(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}
