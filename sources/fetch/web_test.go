package fetch

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"stet/sources"
)

// local returns a fetcher that may ask test servers, with these options.
func local(o Options) *Fetcher {
	o.AllowPrivate, o.Timeout = true, 10*time.Second
	return New(o)
}

func serveFunc(t *testing.T, serve func(w http.ResponseWriter, r *http.Request)) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(serve))
	t.Cleanup(server.Close)
	return server.URL
}

func TestExchangesAreRecorded(t *testing.T) {
	url := serveFunc(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/a" {
			http.SetCookie(w, &http.Cookie{Name: "reader", Value: "1"})
			http.Redirect(w, r, "/b", http.StatusMovedPermanently)
			return
		}
		w.Header().Set("X-Odd", "caf\xe9")
		fmt.Fprint(w, "open")
	})
	got := local(Options{}).Fetch(t.Context(), sources.Request{Address: strings.Replace(url, "http://", "http://dana:hunter2@", 1) + "/a"})
	if got.State != sources.Captured || len(got.Exchanges) != 2 {
		t.Fatalf("%s %q, %d exchanges", got.State, got.Reason, len(got.Exchanges))
	}
	first, second := got.Exchanges[0], got.Exchanges[1]
	if first.Status != 301 || first.Header("location") != "/b" || first.Peer != "127.0.0.1" || first.Protocol != "HTTP/1.1" {
		t.Errorf("the redirect is recorded as %+v", first)
	}
	if second.Status != 200 || second.URL != strings.Replace(url, "http://", "http://dana:xxxxx@", 1)+"/b" && second.URL != url+"/b" || second.Header("X-Odd") != "caf\ufffd" {
		t.Errorf("the answer is recorded as %+v", second)
	}
	for _, e := range got.Exchanges {
		if all := fmt.Sprint(e); strings.Contains(all, "hunter2") || strings.Contains(all, "Authorization") {
			t.Errorf("a password is kept: %s", all)
		}
		if e.Request[0].Name != "Host" {
			t.Errorf("the request is recorded as %v", e.Request)
		}
	}
}

// TestConditions asks for a page that has a validator, at its own address and
// at one that redirects elsewhere.
func TestConditions(t *testing.T) {
	var asked []string
	url := serveFunc(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path+" "+r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since"))
		if r.URL.Path == "/moved" {
			http.Redirect(w, r, "/other", http.StatusFound)
			return
		}
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Mon, 02 Mar 2026 09:30:00 GMT")
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, r.URL.Path)
	})
	f := local(Options{})
	first := f.Fetch(t.Context(), sources.Request{Address: url + "/page"})
	since := first.Exchanges[0]
	if got := f.Fetch(t.Context(), sources.Request{Address: url + "/page", Since: since}); got.State != sources.Unchanged || got.Status != 304 || got.Bytes != nil {
		t.Errorf("asked again: %s %d", got.State, got.Status)
	}
	if got := f.Fetch(t.Context(), sources.Request{Address: url + "/moved", Since: since}); got.State != sources.Captured || string(got.Bytes) != "/other" {
		t.Errorf("asked by another address: %s %q", got.State, got.Bytes)
	}
	want := `/page |/page "1"Mon, 02 Mar 2026 09:30:00 GMT|/moved |/other `
	if got := strings.Join(asked, "|"); got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
}

// TestCodings has the same words come in every coding, alone and one in
// another.
func TestCodings(t *testing.T) {
	words := strings.Repeat("The bridge is open. ", 1000)
	gz := func(b []byte) []byte {
		return packed(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }, b)
	}
	br := func(b []byte) []byte {
		return packed(func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }, b)
	}
	zs := func(b []byte) []byte {
		return packed(func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }, b)
	}
	for coding, body := range map[string][]byte{
		"gzip": gz([]byte(words)), "x-gzip": gz([]byte(words)), "br": br([]byte(words)), "ZSTD": zs([]byte(words)),
		"gzip, br": br(gz([]byte(words))), "br,identity,zstd": zs(br([]byte(words))), "identity": []byte(words), "utf-8": []byte(words),
	} {
		url := serveFunc(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", coding)
			w.Write(body)
		})
		if got := local(Options{}).Fetch(t.Context(), sources.Request{Address: url}); string(got.Bytes) != words {
			t.Errorf("%s: %s %q, %d bytes", coding, got.State, got.Reason, len(got.Bytes))
		}
	}
}

func packed(packer func(io.Writer) io.WriteCloser, b []byte) []byte {
	var out bytes.Buffer
	z := packer(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

// TestHTTP2 asks a server that speaks it.
func TestHTTP2(t *testing.T) {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Proto) }))
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	f := local(Options{})
	f.web.client.Transport.(recorder).wire.(*http.Transport).TLSClientConfig = server.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
	if got := f.Fetch(t.Context(), sources.Request{Address: server.URL}); string(got.Bytes) != "HTTP/2.0" || got.Exchanges[0].Protocol != "HTTP/2.0" {
		t.Errorf("%s %q: %q", got.State, got.Reason, got.Bytes)
	}
}

// TestOneHostIsNotCrowded asks for many pages of one host at once.
func TestOneHostIsNotCrowded(t *testing.T) {
	for _, c := range []struct{ parallel, perHost, want int }{{16, 3, 3}, {2, 9, 2}, {8, Unlimited, 8}} {
		var now, most atomic.Int64
		url := serveFunc(t, func(w http.ResponseWriter, r *http.Request) {
			n := now.Add(1)
			defer now.Add(-1)
			for seen := most.Load(); n > seen && !most.CompareAndSwap(seen, n); seen = most.Load() {
			}
			time.Sleep(20 * time.Millisecond)
		})
		f := local(Options{Parallel: c.parallel, PerHost: c.perHost})
		var wg sync.WaitGroup
		for range 12 {
			wg.Go(func() { f.Fetch(t.Context(), sources.Request{Address: url}) })
		}
		wg.Wait()
		if got := most.Load(); got > int64(c.want) || got == 1 {
			t.Errorf("%d in parallel, %d a host: %d at once, want 2 to %d", c.parallel, c.perHost, got, c.want)
		}
	}
}

// TestRobots asks as for --all: nobody named just this page.
func TestRobots(t *testing.T) {
	for _, c := range []struct {
		robots string // "" is a 404, a number a status code
		path   string
		want   sources.State
	}{
		{"", "/a", sources.Captured},
		{"403", "/a", sources.Captured},
		{"500", "/a", sources.Unreachable},
		{"User-agent: *\nDisallow: /a", "/a", sources.Refused},
		{"User-agent: *\nDisallow: /a", "/b", sources.Captured},
		{"User-agent: *\nDisallow: /\nAllow: /b", "/b/c?d", sources.Captured},
		{"User-agent: stet\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", sources.Refused},
		{"User-agent: other\nDisallow: /", "/a", sources.Captured},
		{"\x00\xff nonsense", "/a", sources.Captured},
	} {
		var robotsAsked atomic.Int64
		url := serveFunc(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/robots.txt" {
				fmt.Fprint(w, "open")
				return
			}
			robotsAsked.Add(1)
			var code int
			if n, _ := fmt.Sscanf(c.robots, "%d", &code); n == 1 {
				w.WriteHeader(code)
			} else if c.robots == "" {
				http.NotFound(w, r)
			}
			fmt.Fprint(w, c.robots)
		})
		f := local(Options{UserAgent: "stet/1 (+fact checking)"})
		for range 2 {
			if got := f.Fetch(t.Context(), sources.Request{Address: url + c.path, Robots: true}); got.State != c.want || (got.Reason == "") != (c.want == sources.Captured) {
				t.Errorf("%q, %s: %s %q, want %s", c.robots, c.path, got.State, got.Reason, c.want)
			}
		}
		if n := robotsAsked.Load(); n != 1 && c.robots != "500" {
			t.Errorf("%q: asked for %d times, want once", c.robots, n)
		}
		if got := f.Fetch(t.Context(), sources.Request{Address: url + c.path}); got.State != sources.Captured {
			t.Errorf("%q, %s, named by a person: %s", c.robots, c.path, got.State)
		}
	}
}
