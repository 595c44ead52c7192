package cmd

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"stet/sources"
)

const (
	webLatency = 20 * time.Millisecond
	webTimeout = 4 * time.Second // per page, of which the hung ones take all
	webWorkers = 50
)

// webPages are the kinds of page on the benchmark's web: so many of each in a
// hundred, how it answers and what state that is.
var webPages = []struct {
	kind  string
	share int
	state sources.State
}{
	{"ok", 78, sources.Captured},
	{"moved", 6, sources.Captured},
	{"missing", 4, sources.Missing},
	{"gone", 2, sources.Missing},
	{"busy", 3, sources.Captured}, // 429 with Retry-After: 1, once
	{"trouble", 3, sources.Unreachable},
	{"slow", 3, sources.Captured},
	{"hung", 1, sources.Unreachable},
}

// webServer serves them, each after the latency of a server far away.
func webServer() *httptest.Server {
	var asked sync.Map // of the busy pages, which were asked for before
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(webLatency)
		kind, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		switch kind {
		case "moved":
			http.Redirect(w, r, "/ok"+r.URL.Path, http.StatusMovedPermanently)
			return
		case "missing":
			http.NotFound(w, r)
			return
		case "gone":
			w.WriteHeader(http.StatusGone)
			return
		case "trouble":
			w.WriteHeader(http.StatusInternalServerError)
			return
		case "busy":
			if _, before := asked.LoadOrStore(r.UserAgent()+r.URL.Path, true); !before {
				w.Header().Set("Retry-After", "1")
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
		case "slow":
			time.Sleep(time.Second)
		case "hung":
			<-r.Context().Done()
			return
		case "robots.txt":
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<title>%s</title><article><p>%s</p></article>", r.URL.Path, strings.Repeat("The council said on Monday that the bridge would open in the spring. ", 30))
	}))
}

// webList returns the addresses of n pages, the kinds well mixed, and the state
// that each is to come to.
func webList(server string, n int) (addresses []string, states map[string]sources.State) {
	states = map[string]sources.State{}
	var deck []int
	for k, p := range webPages {
		for range p.share {
			deck = append(deck, k)
		}
	}
	for i := range n {
		p := webPages[deck[i*37%len(deck)]]
		address := fmt.Sprintf("%s/%s/%d", server, p.kind, i)
		addresses = append(addresses, address)
		states[address] = p.state
	}
	return addresses, states
}

// webLedger makes a ledger of the sources, not captured yet.
func webLedger(tb testing.TB, addresses []string) string {
	tb.Helper()
	dir := tb.TempDir()
	var draft, notes strings.Builder
	for i, address := range addresses {
		fmt.Fprintf(&draft, "The council said on Monday that %d people had crossed.[^%d]\n\n", i, i)
		fmt.Fprintf(&notes, "[^%d]: %s\n", i, address)
	}
	if err := os.WriteFile(filepath.Join(dir, "story.md"), []byte(draft.String()+notes.String()), 0o644); err != nil {
		tb.Fatal(err)
	}
	if out, code := shell(dir, "stet import story.md"); code != exitOK {
		tb.Fatal(out)
	}
	return dir
}

func captureAll(tb testing.TB, dir string) {
	tb.Helper()
	command := fmt.Sprintf("stet source capture --all --allow-private --per-host 0 --parallel %d --timeout %s > captured.txt", webWorkers, webTimeout)
	if out, code := shell(dir, command); code != exitOK {
		tb.Fatal(out)
	}
}

// checkWeb fails unless every source came to its state.
func checkWeb(tb testing.TB, dir string, states map[string]sources.State) {
	tb.Helper()
	out, code := shell(dir, "stet source list --json")
	var listed struct {
		Sources []struct {
			Address string
			Last    sources.Capture `json:"last_capture"`
		}
	}
	if err := json.Unmarshal([]byte(out), &listed); err != nil || code != exitOK || len(listed.Sources) != len(states) {
		tb.Fatalf("%d sources of %d, %v", len(listed.Sources), len(states), err)
	}
	for _, s := range listed.Sources {
		if want := states[s.Address]; s.Last.State != want {
			tb.Errorf("%s: %s %q, want %s", s.Address, s.Last.State, s.Last.Reason, want)
		}
	}
}

// TestManyPages wants every state right of 300 pages asked for at once.
func TestManyPages(t *testing.T) {
	server := webServer()
	defer server.Close()
	addresses, states := webList(server.URL, 300)
	dir := webLedger(t, addresses)
	captureAll(t, dir)
	checkWeb(t, dir, states)
}

// BenchmarkCaptureBesideCurl captures 2,000 pages into a ledger, and has curl
// fetch the same list with as many connections, the same time limit and as many
// retries. The metric is the ratio of our time to curl's.
func BenchmarkCaptureBesideCurl(b *testing.B) {
	if _, err := exec.LookPath("curl"); err != nil {
		b.Skip("curl is not installed")
	}
	server := webServer()
	defer server.Close()
	var ours, theirs time.Duration
	for range b.N {
		b.StopTimer()
		addresses, states := webList(server.URL, 2000)
		dir := webLedger(b, addresses)
		var list strings.Builder
		for _, a := range addresses {
			fmt.Fprintf(&list, "url = %q\noutput = /dev/null\n", a)
		}
		if err := os.WriteFile(filepath.Join(dir, "list"), []byte(list.String()), 0o644); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		start := time.Now()
		captureAll(b, dir)
		ours += time.Since(start)
		b.StopTimer()
		checkWeb(b, dir, states)
		start = time.Now()
		seconds := webTimeout.Seconds()
		shell(dir, fmt.Sprintf("curl -s -L -A curl-%d --compressed --parallel --parallel-max %d --retry 2 --retry-max-time %g --max-time %g --config list",
			time.Now().UnixNano(), webWorkers, seconds, seconds)) // it exits by the last failure
		theirs += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-curl")
	b.ReportMetric(theirs.Seconds()/float64(b.N), "curl-s")
}
