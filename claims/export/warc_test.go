package export

import (
	"bytes"
	"compress/gzip"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"stet/sources"
)

// copies are a page behind a redirect, a file, an attached copy and a page
// captured before exchanges were kept.
func copies() []Copy {
	at := time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)
	page := sources.Source{ID: "p", Number: 1, Address: "https://example.com/a?b=c"}
	return []Copy{
		{Source: page, Bytes: []byte("<p>It sank.\r\n\r\nWARC/1.1\r\n"), Capture: sources.Capture{
			ID: "c1", At: at, MediaType: "text/html", Status: 200, Exchanges: []sources.Exchange{
				{URL: page.Address, Peer: "192.0.2.7", Protocol: "HTTP/1.1", Status: 301,
					Request:  []sources.Field{{Name: "Host", Value: "example.com"}},
					Response: []sources.Field{{Name: "Location", Value: "/b"}}},
				{URL: "https://example.com/b", Protocol: "HTTP/2.0", Status: 200,
					Request: []sources.Field{{Name: "Host", Value: "example.com"}},
					Response: []sources.Field{{Name: "Content-Encoding", Value: "br"}, {Name: "Content-Length", Value: "9"},
						{Name: "Content-Type", Value: "text/html"}, {Name: "X-Odd", Value: "a\r\nb"}}},
			}}},
		{Source: sources.Source{ID: "f", Number: 2, Address: "../filings/log 1.txt"}, Bytes: []byte("log"), Capture: sources.Capture{ID: "c2", At: at, MediaType: "text/plain"}},
		{Source: page, Bytes: []byte("saved"), Capture: sources.Capture{ID: "c3", At: at, Via: sources.Attached}},
		{Source: sources.Source{ID: "0198", Number: 3, Held: "her notes"}, Bytes: []byte{0, 1}, Capture: sources.Capture{ID: "c4", At: at, Via: sources.Attached}},
	}
}

func writeWARC(t *testing.T, format string, all []Copy) []byte {
	t.Helper()
	for _, f := range CopyFormats {
		if f.Name != format {
			continue
		}
		var b bytes.Buffer
		w := f.New(&b, "stet/test", time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC))
		for _, c := range all {
			if err := w.Write(c); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	t.Fatalf("no format %s", format)
	return nil
}

func TestWARC(t *testing.T) {
	plain := writeWARC(t, "warc", copies())
	checkGolden(t, "copies.warc", plain)
	z, err := gzip.NewReader(bytes.NewReader(writeWARC(t, "warc.gz", copies())))
	if err != nil {
		t.Fatal(err)
	}
	if unpacked, err := io.ReadAll(z); err != nil || !bytes.Equal(unpacked, plain) {
		t.Errorf("unpacked it is not the same: %v", err)
	}
	if empty := writeWARC(t, "warc", nil); !bytes.HasPrefix(empty, []byte("WARC/1.1\r\nWARC-Type: warcinfo\r\n")) {
		t.Errorf("without snapshots it is %q", empty)
	}
}

// TestWARCReadsBack reads the records by their lengths alone, as a stranger's
// tool does, and hashes the blocks.
func TestWARCReadsBack(t *testing.T) {
	rest := writeWARC(t, "warc", copies())
	var kinds, targets []string
	for len(rest) > 0 {
		header, after, ok := strings.Cut(string(rest), "\r\n\r\n")
		if !ok || !strings.HasPrefix(header, "WARC/1.1\r\n") {
			t.Fatalf("no record begins at %.60q", rest)
		}
		fields := map[string]string{}
		for line := range strings.SplitSeq(header, "\r\n") {
			name, value, _ := strings.Cut(line, ": ")
			fields[name] = value
		}
		length, err := strconv.Atoi(fields["Content-Length"])
		if err != nil || after[length:length+4] != "\r\n\r\n" {
			t.Fatalf("record of %q bytes ends in %.20q", fields["Content-Length"], after[length:])
		}
		block := after[:length]
		if got := sha256Of([]byte(block)); got != fields["WARC-Block-Digest"] {
			t.Errorf("block digest %s, want %s", fields["WARC-Block-Digest"], got)
		}
		if _, body, ok := strings.Cut(block, "\r\n\r\n"); ok && fields["WARC-Type"] == "response" && sha256Of([]byte(body)) != fields["WARC-Payload-Digest"] {
			t.Errorf("payload digest of %s is wrong", fields["WARC-Target-URI"])
		}
		kinds, targets = append(kinds, fields["WARC-Type"]), append(targets, fields["WARC-Target-URI"])
		rest = []byte(after[length+4:])
	}
	if got, want := strings.Join(kinds, " "), "warcinfo response request response request resource resource resource"; got != want {
		t.Errorf("records are %s, want %s", got, want)
	}
	if got := strings.Join(targets[5:], " "); got != "file:///filings/log%201.txt https://example.com/a?b=c urn:uuid:0198" {
		t.Errorf("resources are of %s", got)
	}
}
