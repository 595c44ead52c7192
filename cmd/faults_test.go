package cmd

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"stet/sources"
)

// fault is one way in which the web goes wrong, and what is to come of it.
type fault struct {
	name  string
	serve func(w http.ResponseWriter, r *http.Request)
	state sources.State
	says  string
}

// faultTimeout is the --timeout under which faults are met: long enough for 64
// megabytes to come on a busy machine under the race detector.
const faultTimeout = 8 * time.Second

// webFaults are the ways in which the server below misbehaves.
var webFaults = []fault{
	{"slow headers", stall, sources.Unreachable, "did not answer in time"},
	{"drip", drip, sources.Unreachable, "did not answer in time"},
	{"endless body", endless, sources.TooLarge, "larger than 64 MB"},
	{"endless chunks of nothing", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", strings.Repeat("1;x="+strings.Repeat("y", 4000)+"\r\nz\r\n", 100)), sources.Unreachable, ""},
	{"gzip bomb", bomb("gzip", func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }), sources.TooLarge, "more than 200 times its size"},
	{"brotli bomb", bomb("br", func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 3) }), sources.TooLarge, "more than 200 times its size"},
	{"zstd bomb", bomb("zstd", func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z }), sources.TooLarge, "more than 200 times its size"},
	{"bomb in a bomb", bomb("gzip, gzip", func(w io.Writer) io.WriteCloser { return nested{gzip.NewWriter(w)} }), sources.TooLarge, ""},
	{"a coding that it has not", with("Content-Encoding", "br", "The bridge is open."), sources.Unreachable, "broke off|damaged"},
	{"a coding that nobody has", with("Content-Encoding", "deflate", "The bridge is open."), sources.Unreachable, `compressed it as "deflate"`},
	{"too long a length", with("Content-Length", "1000", "The bridge is open."), sources.Unreachable, "broke off before the document's end"},
	{"a length that is none", raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "The bridge is open."), sources.Unreachable, ""},
	{"redirect loop", to("/redirect-loop"), sources.Unreachable, "redirects more than 10 times"},
	{"redirect to a file", to("file:///etc/passwd"), sources.Refused, "redirects to file:"},
	{"redirect in disguise", to("http://0177.0.0.1/"), sources.Refused, "unusual form"},
	{"redirect to nowhere", status(http.StatusFound), sources.Unreachable, ""},
	{"HTTP/1.0", raw("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n", "The bridge is open."), sources.Captured, ""},
	{"no HTTP", raw("220 mail.example.com ESMTP\r\n", ""), sources.Unreachable, ""},
	{"connection reset", reset, sources.Unreachable, "broke the connection off"},
	{"a flood of headers", raw("HTTP/1.1 200 OK\r\n", strings.Repeat("X-Flood: "+strings.Repeat("x", 1000)+"\r\n", 1000)), sources.Unreachable, ""},
	{"wrong charset", with("Content-Type", "text/html; charset=utf-16", "<p>The bridge is open.</p>"), sources.Captured, ""},
	{"unknown charset", with("Content-Type", "text/html; charset=klingon", "<p>The bridge is open.</p>"), sources.Captured, ""},
	{"a picture that says it is a page", with("Content-Type", "text/html", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), sources.Captured, ""},
	{"not found, as if all were well", with("Content-Type", "text/html", "<title>404 Not Found</title>"), sources.Missing, "says that it was not found"},
	{"a cookie wall", with("Content-Type", "text/html", "<title>Before you continue</title><p>We use cookies. <button>Accept all</button>"), sources.Blocked, "consent to cookies"},
	{"a bot wall", with("Content-Type", "text/html", `<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x.js"></script>`), sources.Blocked, "Cloudflare"},
	{"a bot wall in trouble", botWall, sources.Blocked, "Cloudflare"},
	{"a deep page", with("Content-Type", "text/html", strings.Repeat("<div>", 100_000)+"The bridge is open."), sources.Captured, ""},
	{"slow down, for a day", retryAfter, sources.Blocked, "asks to wait 24h0m0s"},
	{"for legal reasons", status(http.StatusUnavailableForLegalReasons), sources.Blocked, "451"},
	{"gone", status(http.StatusGone), sources.Missing, "410 Gone"},
	{"in trouble", status(http.StatusInternalServerError), sources.Unreachable, "500"},
	{"not modified, unasked", status(http.StatusNotModified), sources.Unreachable, "304"},
	{"a part only", status(http.StatusPartialContent), sources.Unreachable, "206"},
	{"nothing", status(http.StatusNoContent), sources.Captured, ""},
}

func (f fault) path() string {
	return "/" + strings.ReplaceAll(strings.ReplaceAll(f.name, " ", "-"), ",", "")
}

func stall(_ http.ResponseWriter, r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-time.After(time.Minute):
	}
}

func drip(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		fmt.Fprint(w, ".")
		w.(http.Flusher).Flush()
		time.Sleep(100 * time.Millisecond)
	}
}

func endless(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := w.Write(bytes.Repeat([]byte("<p>All work and no play. "), 4096)); err != nil {
			return
		}
	}
}

// bomb serves more of nothing than a document may hold.
func bomb(coding string, packer func(io.Writer) io.WriteCloser) func(http.ResponseWriter, *http.Request) {
	packed := sync.OnceValue(func() []byte {
		var b bytes.Buffer
		z := packer(&b)
		for range 80 {
			z.Write(make([]byte, 1<<20))
		}
		z.Close()
		return b.Bytes()
	})
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", coding)
		w.Write(packed())
	}
}

// nested packs what is packed already.
type nested struct{ *gzip.Writer }

// Write packs b by itself, into what is packed again.
func (n nested) Write(b []byte) (int, error) {
	inner := gzip.NewWriter(n.Writer)
	defer inner.Close()
	return inner.Write(b)
}

func with(field, value, body string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(field, value)
		fmt.Fprint(w, body)
	}
}

func raw(head, body string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
			defer conn.Close()
			fmt.Fprint(conn, head+body)
		}
	}
}

func reset(w http.ResponseWriter, r *http.Request) {
	if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
		conn.(interface{ SetLinger(int) error }).SetLinger(0)
		conn.Close()
	}
}

func to(target string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", target)
		w.WriteHeader(http.StatusFound)
	}
}

func status(code int) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(code) }
}

func retryAfter(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "86400")
	w.WriteHeader(http.StatusTooManyRequests)
}

func botWall(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cf-Mitigated", "challenge")
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(http.StatusServiceUnavailable)
	fmt.Fprint(w, "<title>Just a moment...</title>")
}

// maxFaultMemory is what a check may take of a web that goes wrong in every
// way at once, in bytes.
const maxFaultMemory = 300 << 20

// TestFaults captures a page from a server that misbehaves in each of these
// ways, all at once: each comes to its state and a sentence, and the ledger is
// whole.
func TestFaults(t *testing.T) {
	ways := map[string]fault{}
	for _, f := range webFaults {
		ways[f.path()] = f
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if f, ok := ways[r.URL.Path]; ok {
			f.serve(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	defer server.Close()
	for _, f := range webFaults {
		if strings.Contains(f.name, "bomb") {
			f.serve(httptest.NewRecorder(), nil) // made before anybody waits for it
		}
	}
	secure := httptest.NewTLSServer(http.HandlerFunc(status(http.StatusOK)))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0) // it complains of our handshake
	defer secure.Close()
	dir := t.TempDir()
	draft := "The bridge is open."
	for i := range len(webFaults) + 2 {
		draft += fmt.Sprintf(" [^%d]", i)
	}
	draft += "\n\n"
	for i, f := range webFaults {
		draft += fmt.Sprintf("[^%d]: %s%s\n", i, server.URL, f.path())
	}
	draft += fmt.Sprintf("[^%d]: %s/certificate\n", len(webFaults), secure.URL)
	draft += fmt.Sprintf("[^%d]: %s/tls\n", len(webFaults)+1, strings.Replace(server.URL, "http:", "https:", 1))
	if err := os.WriteFile(filepath.Join(dir, "story.md"), []byte(draft), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, dir, "check", "story.md", "--allow-private", "--per-host", "0", "--parallel", "64", "--timeout", faultTimeout.String())

	var listed struct {
		Sources []struct {
			Address string
			Last    sources.Capture `json:"last_capture"`
		}
	}
	if err := json.Unmarshal(run(t, dir, "source", "list", "--json"), &listed); err != nil {
		t.Fatal(err)
	}
	if len(listed.Sources) != len(webFaults)+2 {
		t.Fatalf("%d sources, want %d", len(listed.Sources), len(webFaults)+2)
	}
	for i, s := range listed.Sources {
		want := fault{name: "bad TLS", state: sources.Unreachable}
		if i < len(webFaults) {
			want = webFaults[i]
		}
		if s.Last.State != want.state || !saysOne(s.Last.Reason, want.says) {
			t.Errorf("%s: %s %q, want %s %q", want.name, s.Last.State, s.Last.Reason, want.state, want.says)
		}
		if s.Last.Reason == "" && s.Last.State != sources.Captured {
			t.Errorf("%s: %s, and no reason", want.name, s.Last.State)
		}
	}
	if out := run(t, dir, "source", "check"); !strings.Contains(string(out), "0 damaged") {
		t.Errorf("source check: %s", out)
	}
}

func saysOne(reason, either string) bool {
	for part := range strings.SplitSeq(either, "|") {
		if strings.Contains(reason, part) {
			return true
		}
	}
	return false
}

// run runs the program by itself in dir and returns what it prints. It fails
// the test where it ends in another way than well or with findings, or takes
// too much memory.
func run(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	c := exec.CommandContext(t.Context(), "stet", args...)
	c.Dir, c.Env = dir, append(os.Environ(), "HOME="+dir, "XDG_CACHE_HOME="+testCache, "GORACE="+noSleep)
	var out, complaint bytes.Buffer
	c.Stdout, c.Stderr = &out, &complaint
	c.Run() // the exit code says how it went
	if code := c.ProcessState.ExitCode(); code != exitOK && code != exitFindings {
		t.Fatalf("stet %s: exits %d: %s", strings.Join(args, " "), code, complaint.String())
	}
	if took := peakMemory(c.ProcessState); took > maxFaultMemory {
		t.Errorf("stet %s: took %d MB of memory", strings.Join(args, " "), took>>20)
	}
	return out.Bytes()
}
