package fetch

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"code.dny.dev/ssrf"

	"stet/sources"
)

// guarded returns a fetcher that refuses every private address but those of
// the test servers.
func guarded() *Fetcher {
	o := New(Options{Timeout: 5 * time.Second}).options
	local := ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.1/32"))
	w := newWeb(o, publicOnly(local))
	return &Fetcher{options: o, web: w, robots: newRobots(w)}
}

func TestRedirectsToPrivateAddressesAreRefused(t *testing.T) {
	for _, target := range []string{
		"http://169.254.169.254/latest/meta-data/", "http://10.1.2.3/", "http://192.168.0.1/", "http://127.0.0.2/",
		"http://[::1]/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[::ffff:169.254.169.254]/",
		"http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://224.0.0.1/", "http://100.64.0.1/",
		"http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "file:///etc/passwd", "ftp://example.com/", "gopher://example.com/",
	} {
		var asked atomic.Int64
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			http.Redirect(w, r, target, http.StatusFound)
		}))
		f := guarded()
		got := f.Fetch(t.Context(), sources.Request{Address: server.URL})
		server.Close()
		if got.State != sources.Refused || got.Reason == "" || got.Bytes != nil {
			t.Errorf("%s: %s %q, want refused", target, got.State, got.Reason)
		}
		if n := asked.Load(); n != 1 {
			t.Errorf("%s: asked %d times, want once", target, n)
		}
		if f.NoNetwork() {
			t.Errorf("%s: our own refusal was taken for a missing network", target)
		}
	}
}

func TestRedirectLoopIsNotTriedAgain(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.Redirect(w, r, "/", http.StatusFound)
	}))
	defer server.Close()
	guarded().Fetch(t.Context(), sources.Request{Address: server.URL})
	if n := asked.Load(); n != maxRedirects+1 {
		t.Errorf("asked %d times, want %d", n, maxRedirects+1)
	}
}

// TestNothingOfTheReaderIsTold follows a redirect from a page that sets a
// cookie.
func TestNothingOfTheReaderIsTold(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			http.SetCookie(w, &http.Cookie{Name: "reader", Value: "1"})
			http.Redirect(w, r, "/next", http.StatusFound)
			return
		}
		fmt.Fprint(w, r.Header)
	}))
	defer server.Close()
	got := string(guarded().Fetch(t.Context(), sources.Request{Address: server.URL}).Bytes)
	if !strings.Contains(got, "User-Agent") || strings.Contains(got, "Cookie") || strings.Contains(got, "Referer") {
		t.Errorf("the second request had the headers %s", got)
	}
}

func TestAPasswordInAnAddressIsNotKept(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(misbehave))
	defer server.Close()
	got := guarded().Fetch(t.Context(), sources.Request{Address: strings.Replace(server.URL, "http://", "http://dana:hunter2@", 1) + "/ok"})
	if got.State != sources.Captured || strings.Contains(got.FinalURL, "hunter2") {
		t.Errorf("%s, final URL %s", got.State, got.FinalURL)
	}
}

// TestTroubleThatPasses answers on the third try, first with a broken
// connection and then with a 503.
func TestTroubleThatPasses(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch asked.Add(1) {
		case 1:
			if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
				conn.Close()
			}
		case 2:
			w.WriteHeader(http.StatusServiceUnavailable)
		default:
			fmt.Fprint(w, "open")
		}
	}))
	defer server.Close()
	if got := guarded().Fetch(t.Context(), sources.Request{Address: server.URL}); string(got.Bytes) != "open" {
		t.Errorf("%s %q after %d tries", got.State, got.Reason, asked.Load())
	}
}

// TestALongWaitIsNotWaited has a server ask for a day, which outlasts the
// attempt: it is told, not sat out, and not disobeyed either.
func TestALongWaitIsNotWaited(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Retry-After", "86400")
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	defer server.Close()
	got := guarded().Fetch(t.Context(), sources.Request{Address: server.URL})
	if got.State != sources.Blocked || !strings.Contains(got.Reason, "asks to wait 24h") || asked.Load() != 1 {
		t.Errorf("%s %q after %d tries", got.State, got.Reason, asked.Load())
	}
}

func TestWaits(t *testing.T) {
	for after, want := range map[string]time.Duration{"7": 7 * time.Second, "0": 0, "": 200 * time.Millisecond, "-5": 200 * time.Millisecond} {
		r := &http.Response{StatusCode: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {after}}}
		if got := backoff(0, r); got != want {
			t.Errorf("Retry-After %q: waits %s, want %s", after, got, want)
		}
	}
	if got := backoff(9, nil); got != longestWait {
		t.Errorf("the tenth wait is %s, want %s", got, longestWait)
	}
}

func TestAnUntrustedCertificate(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(misbehave))
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // it complains of our handshake
	defer server.Close()
	f := guarded()
	got := f.Fetch(t.Context(), sources.Request{Address: server.URL + "/ok"})
	if got.State != sources.Unreachable || !strings.Contains(got.Reason, "certificate is not valid") {
		t.Errorf("%s %q", got.State, got.Reason)
	}
	if f.NoNetwork() {
		t.Error("a server answered, and still there is no network")
	}
}
