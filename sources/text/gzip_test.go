package text

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

func packed(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGzip(t *testing.T) {
	l := NewLibrary(Setup{})
	defer l.Close()
	page := packed(t, []byte("<html><head><title>Bridge</title></head><body><p>The bridge opened on Monday after a year of work.</p></body></html>"))
	for _, o := range []Options{{Name: "page.html.gz"}, {Name: "page"}, {Name: "page.html.gz", MediaType: "application/gzip"}} {
		got, err := l.Read(t.Context(), page, o)
		if err != nil || got.MediaType != "text/html" || got.Title != "Bridge" || !strings.Contains(got.Body, "opened on Monday") {
			t.Errorf("%+v: %+v, %v", o, got, err)
		}
	}
	for name, b := range map[string][]byte{
		"cut short": page[:len(page)/2],
		"damaged":   append(append([]byte{}, page[:20]...), bytes.Repeat([]byte{0xff}, 40)...),
		"a bomb":    packed(t, make([]byte, maxUnpacked+1)),
	} {
		if got, err := l.Read(t.Context(), b, Options{Name: "page.html.gz"}); err == nil || !strings.Contains(err.Error(), "gzip") {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}
