package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stet/sources"
)

// misbehave answers by path in the ways in which the web goes wrong.
func misbehave(w http.ResponseWriter, r *http.Request) {
	var status int
	if n, _ := fmt.Sscanf(r.URL.Path, "/status/%d", &status); n == 1 {
		w.Header().Set("Retry-After", "0")
		w.WriteHeader(status)
		return
	}
	switch r.URL.Path {
	case "/ok":
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprint(w, "The bridge is open.")
	case "/moved":
		http.Redirect(w, r, "/ok", http.StatusMovedPermanently)
	case "/loop":
		http.Redirect(w, r, "/loop", http.StatusFound)
	case "/to-file":
		w.Header().Set("Location", "file:///etc/passwd")
		w.WriteHeader(http.StatusFound)
	case "/slow":
		select {
		case <-r.Context().Done():
		case <-time.After(time.Minute):
		}
	case "/endless":
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	case "/short":
		w.Header().Set("Content-Length", "100")
		fmt.Fprint(w, "only this")
	case "/reset":
		conn, _, err := http.NewResponseController(w).Hijack()
		if err == nil {
			conn.(*net.TCPConn).SetLinger(0)
			conn.Close()
		}
	case "/bomb":
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 64 {
			z.Write(make([]byte, 1<<20))
		}
		z.Close()
	case "/brotli":
		w.Header().Set("Content-Encoding", "br")
		fmt.Fprint(w, "\x0b\x02\x80")
	case "/no-coding":
		w.Header().Set("Content-Encoding", "utf-8")
		fmt.Fprint(w, "The bridge is open.")
	case "/damaged":
		w.Header().Set("Content-Encoding", "gzip")
		fmt.Fprint(w, "no gzip at all")
	case "/busy": // for longer than the tests wait
		w.Header().Set("Retry-After", "86400")
		w.WriteHeader(http.StatusTooManyRequests)
	case "/empty":
		w.WriteHeader(http.StatusNoContent)
	case "/agent":
		fmt.Fprint(w, r.UserAgent())
	}
}

func TestFetchFromServersThatMisbehave(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(misbehave))
	t.Cleanup(server.Close) // after the parallel subtests
	f := New(Options{AllowPrivate: true, Timeout: 2 * time.Second, MaxBytes: 1 << 20})
	for _, c := range []struct {
		path   string
		state  sources.State
		status int
		reason string
	}{
		{"/ok", sources.Captured, 200, ""},
		{"/moved", sources.Captured, 200, ""},
		{"/empty", sources.Captured, 204, ""},
		{"/status/401", sources.Blocked, 401, "401 Unauthorized"},
		{"/status/402", sources.Blocked, 402, "402"},
		{"/status/403", sources.Blocked, 403, "403"},
		{"/status/429", sources.Blocked, 429, "429"},
		{"/status/451", sources.Blocked, 451, "451"},
		{"/status/404", sources.Missing, 404, "404 Not Found"},
		{"/status/410", sources.Missing, 410, "410 Gone"},
		{"/status/500", sources.Unreachable, 500, "500"},
		{"/status/503", sources.Unreachable, 503, "503"},
		{"/status/304", sources.Unreachable, 304, "304"},
		{"/status/299", sources.Unreachable, 299, "answered 299"},
		{"/status/202", sources.Unreachable, 202, "202 Accepted"},
		{"/status/206", sources.Unreachable, 206, "206 Partial"},
		{"/brotli", sources.Unreachable, 200, "before the document's end"},
		{"/no-coding", sources.Captured, 200, ""},
		{"/damaged", sources.Unreachable, 200, "came damaged"},
		{"/busy", sources.Blocked, 429, "429"},
		{"/loop", sources.Unreachable, 0, "redirects more than"},
		{"/to-file", sources.Refused, 0, "redirects to file"},
		{"/slow", sources.Unreachable, 0, "did not answer in time"},
		{"/endless", sources.TooLarge, 200, "larger than 1 MB"},
		{"/bomb", sources.TooLarge, 200, "larger than 1 MB"},
		{"/short", sources.Unreachable, 200, "before the document's end"},
		{"/reset", sources.Unreachable, 0, "broke the connection off"},
	} {
		t.Run(strings.TrimPrefix(c.path, "/"), func(t *testing.T) {
			t.Parallel()
			got := f.Fetch(t.Context(), sources.Request{Address: server.URL + c.path})
			if got.State != c.state || got.Status != c.status || !strings.Contains(got.Reason, c.reason) {
				t.Errorf("%s: %s %d %q, want %s %d %q", c.path, got.State, got.Status, got.Reason, c.state, c.status, c.reason)
			}
			if (got.Bytes == nil) != (got.State != sources.Captured) {
				t.Errorf("%s: %s with %d bytes", c.path, got.State, len(got.Bytes))
			}
		})
	}
}

func TestFetchSaysWhereItEnded(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(misbehave))
	defer server.Close()
	f := New(Options{AllowPrivate: true, UserAgent: "stet/test"})
	got := f.Fetch(t.Context(), sources.Request{Address: server.URL + "/moved"})
	if got.FinalURL != server.URL+"/ok" || got.MediaType != "text/plain; charset=utf-8" || string(got.Bytes) != "The bridge is open." {
		t.Errorf("got %+v", got)
	}
	if got := f.Fetch(t.Context(), sources.Request{Address: server.URL + "/agent"}); string(got.Bytes) != "stet/test" {
		t.Errorf("user agent %q", got.Bytes)
	}
}

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(misbehave))
	defer server.Close()
	f := New(Options{Timeout: 2 * time.Second})
	_, port, err := net.SplitHostPort(strings.TrimPrefix(server.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{
		server.URL + "/ok", "http://localhost:" + port + "/ok", "http://[::1]:" + port + "/",
		"http://[::ffff:127.0.0.1]:" + port + "/", "http://10.0.0.1/", "http://169.254.169.254/latest/", "http://0.0.0.0/",
	} {
		if got := f.Fetch(t.Context(), sources.Request{Address: address}); got.State != sources.Refused {
			t.Errorf("%s: %s %q, want refused", address, got.State, got.Reason)
		}
	}
	if f.NoNetwork() {
		t.Error("our own refusal was taken for a missing network")
	}
}

func TestNoNetwork(t *testing.T) {
	closed := httptest.NewServer(nil)
	closed.Close()
	f := New(Options{AllowPrivate: true, Timeout: 5 * time.Second})
	if f.NoNetwork() {
		t.Error("no network before anything was asked")
	}
	if got := f.Fetch(t.Context(), sources.Request{Address: closed.URL}); got.State != sources.Unreachable {
		t.Errorf("a closed port: %s %q", got.State, got.Reason)
	}
	if !f.NoNetwork() {
		t.Error("every connection failed, and still there is a network")
	}
	server := httptest.NewServer(http.HandlerFunc(misbehave))
	defer server.Close()
	f.Fetch(t.Context(), sources.Request{Address: server.URL + "/status/404"})
	if f.NoNetwork() {
		t.Error("a server answered, and still there is no network")
	}
}

func TestOffline(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "notice.txt"), "open")
	f := New(Options{Dir: dir, Offline: true})
	if got := f.Fetch(t.Context(), sources.Request{Address: "https://www.example.com/"}); got.State != sources.Unreachable || !strings.Contains(got.Reason, "offline") {
		t.Errorf("offline: %s %q", got.State, got.Reason)
	}
	if got := f.Fetch(t.Context(), sources.Request{Address: "notice.txt"}); got.State != sources.Captured {
		t.Errorf("a file while offline: %s %q", got.State, got.Reason)
	}
	if f.NoNetwork() {
		t.Error("offline by choice is no missing network")
	}
}

func TestFetchInterrupted(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(misbehave))
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	f := New(Options{AllowPrivate: true})
	for _, address := range []string{server.URL + "/ok", "fetch.go"} {
		if got := f.Fetch(ctx, sources.Request{Address: address}); got.State != sources.Unreachable || got.Reason != "interrupted" {
			t.Errorf("%s, interrupted: %s %q", address, got.State, got.Reason)
		}
	}
	if f.NoNetwork() {
		t.Error("an interruption was taken for a missing network")
	}
}

// TestFetchInterruptedHalfway cancels while the server keeps silent.
func TestFetchInterruptedHalfway(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cancel(errors.New("the desk is closing"))
		<-r.Context().Done()
	}))
	defer server.Close()
	got := New(Options{AllowPrivate: true}).Fetch(ctx, sources.Request{Address: server.URL})
	if got.State != sources.Unreachable || got.Reason != "the desk is closing" {
		t.Errorf("%s %q, want the context's cause", got.State, got.Reason)
	}
}

func TestFetchFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "sub", "notice.txt"), "open")
	write(t, filepath.Join(dir, "large.txt"), strings.Repeat("x", 101))
	write(t, filepath.Join(dir, "empty.txt"), "")
	f := New(Options{Dir: dir, MaxBytes: 100})
	for address, want := range map[string]sources.State{
		"sub/notice.txt": sources.Captured, filepath.ToSlash(filepath.Join(dir, "sub/notice.txt")): sources.Captured,
		"empty.txt": sources.Captured, "large.txt": sources.TooLarge, "nosuch.txt": sources.Missing,
		"sub": sources.Refused, "sub/notice.txt/deeper": sources.Missing, strings.Repeat("long/", 2000): sources.Unreachable,
	} {
		if got := f.Fetch(t.Context(), sources.Request{Address: address}); got.State != want {
			t.Errorf("%s: %s %q, want %s", address, got.State, got.Reason, want)
		}
	}
	if _, err := os.Stat("/dev/zero"); err == nil {
		if got := f.Fetch(t.Context(), sources.Request{Address: "/dev/zero"}); got.State != sources.Refused {
			t.Errorf("a device: %s %q", got.State, got.Reason)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
