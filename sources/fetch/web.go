package fetch

import (
	"context"
	"net"
	"net/http"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
	"github.com/hashicorp/go-retryablehttp"

	"stet/sources"
)

const (
	retries     = 2                      // a page that fails three times is down
	firstWait   = 200 * time.Millisecond // before the first retry; it doubles
	longestWait = 5 * time.Second        // where the server asks for no other
	dialTimeout = 10 * time.Second       // of one connection
)

// What every page is asked for in: the types that the readers can read, best
// first, and the codings that are undone here.
const (
	accepted = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.8"
	codings  = "gzip, br, zstd"
)

// web is the client for http and https. It keeps no cookies and sends no
// referrer.
type web struct {
	client  *http.Client
	limits  *limits
	options Options
}

// control is asked about each address that is dialled, after DNS has answered
// and for each redirect, so that no name can be made to mean another.
type control func(network, address string, _ syscall.RawConn) error

// publicOnly refuses what is not on the public Internet, on any port: private
// and local networks, this machine, and the metadata services of clouds.
func publicOnly(exceptions ...ssrf.Option) control {
	return ssrf.New(append([]ssrf.Option{ssrf.WithAnyPort()}, exceptions...)...).Safe
}

// newWeb returns a client whose connections guard allows; a nil guard allows
// all. Proxies named in the environment are not used: they would dial what
// guard never sees.
func newWeb(o Options, guard control) *web {
	dialer := &net.Dialer{Timeout: dialTimeout, Control: guard}
	transport := &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true, DisableCompression: true,
		TLSHandshakeTimeout: dialTimeout, MaxResponseHeaderBytes: 256 << 10,
		MaxIdleConns: o.Parallel, MaxIdleConnsPerHost: o.Parallel, IdleConnTimeout: 30 * time.Second,
	}
	return &web{
		client:  &http.Client{CheckRedirect: followRedirect, Transport: recorder{transport}},
		limits:  newLimits(o.Parallel, o.PerHost),
		options: o,
	}
}

// ask is what a server is asked for.
type ask struct {
	address string
	since   sources.Exchange  // the page only if it is another by now
	header  map[string]string // further header fields
}

// get asks for a page, again where that may help, and reports whether it came
// to a connection, or our own policy kept it from one.
func (w *web) get(ctx context.Context, a ask) (got sources.Fetched, connected bool) {
	left := w.options.Timeout
	for tried := 0; ; tried++ {
		t := w.try(ctx, a, tried, left)
		left -= t.took + t.wait
		if !t.again || tried == retries || left <= 0 || !sleep(ctx, t.wait) {
			return t.got, connected || t.connected
		}
		connected = connected || t.connected
	}
}

// try is what came of asking once.
type try struct {
	got       sources.Fetched
	connected bool
	again     bool          // asking again may help
	wait      time.Duration // before that
	took      time.Duration // without the wait for a turn
}

func (w *web) try(ctx context.Context, a ask, tried int, left time.Duration) (t try) {
	request, err := w.request(a)
	if err != nil {
		return try{got: failed(ctx, err), connected: true}
	}
	leave, err := w.limits.enter(ctx, request.URL.Host)
	if err != nil {
		return try{got: broken(ctx, err)}
	}
	defer leave()
	start := time.Now()
	defer func() { t.took = time.Since(start) }()
	ctx, cancel := context.WithTimeout(ctx, left)
	defer cancel()
	ctx, trail := record(ctx, a.since)
	response, err := w.client.Do(request.WithContext(ctx))
	if err != nil {
		t.got, t.connected = failed(ctx, err), trail.reached || isRefused(err)
		t.again, t.wait = worthAnotherTry(ctx, nil, err), backoff(tried, nil)
	} else {
		defer response.Body.Close()
		var readErr error
		t.got, readErr = w.answer(ctx, response, trail)
		t.got.Status, t.got.FinalURL, t.connected = response.StatusCode, response.Request.URL.Redacted(), true
		t.again, t.wait = worthAnotherTry(ctx, response, readErr), backoff(tried, response)
	}
	t.got.Exchanges = trail.exchanges
	return t
}

func (w *web) request(a ask) (*http.Request, error) {
	r, err := http.NewRequest(http.MethodGet, a.address, nil)
	if err != nil {
		return nil, ruling{sources.Refused, plainly(err)}
	}
	if err := checkHost(r.URL); err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", w.options.UserAgent)
	r.Header.Set("Accept", accepted)
	r.Header.Set("Accept-Encoding", codings)
	for name, value := range a.header {
		r.Header.Set(name, value)
	}
	return r, nil
}

// worthAnotherTry reports whether what went wrong may pass: a broken
// connection, a server in trouble, a request to slow down.
func worthAnotherTry(ctx context.Context, r *http.Response, err error) bool {
	if isFinal(err) {
		return false
	}
	again, policyErr := retryablehttp.DefaultRetryPolicy(ctx, r, err)
	return again && policyErr == nil
}

// backoff doubles the wait with each try, or waits as long as the server asks.
func backoff(tried int, r *http.Response) time.Duration {
	return retryablehttp.DefaultBackoff(firstWait, longestWait, tried, r)
}

// sleep waits, and reports whether it was let.
func sleep(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
