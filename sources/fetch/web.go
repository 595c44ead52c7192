package fetch

import (
	"context"
	"net"
	"net/http"
	"net/http/httptrace"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
	"github.com/hashicorp/go-retryablehttp"

	"stet/sources"
)

const (
	retries     = 2                // a page that fails three times is down
	longestWait = 5 * time.Second  // whatever Retry-After asks for
	dialTimeout = 10 * time.Second // of one connection
)

// accepted are the types that the readers can read, best first.
const accepted = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.8"

// web is the client for http and https. It keeps no cookies and sends no
// referrer.
type web struct {
	client  *retryablehttp.Client
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
// all.
func newWeb(o Options, guard control) *web {
	dialer := &net.Dialer{Timeout: dialTimeout, Control: guard}
	c := retryablehttp.NewClient()
	c.Logger = nil
	c.RetryMax, c.RetryWaitMin, c.RetryWaitMax = retries, 200*time.Millisecond, longestWait
	c.ErrorHandler = retryablehttp.PassthroughErrorHandler
	c.CheckRetry, c.Backoff = worthAnotherTry, backoff
	c.HTTPClient = &http.Client{
		CheckRedirect: followRedirect,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: dialTimeout, MaxResponseHeaderBytes: 1 << 20,
			MaxIdleConns: 32, IdleConnTimeout: 30 * time.Second,
		},
	}
	return &web{client: c, options: o}
}

// get asks for a page and reports whether it came to a connection, or our own
// policy kept it from one.
func (w *web) get(ctx context.Context, address string) (got sources.Fetched, connected bool) {
	var reached atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { reached.Store(true) },
		ConnectDone: func(_, _ string, err error) {
			if err == nil {
				reached.Store(true)
			}
		},
	})
	request, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return sources.Fetched{State: sources.Refused, Reason: plainly(err)}, true
	}
	request.Header.Set("User-Agent", w.options.UserAgent)
	request.Header.Set("Accept", accepted)
	response, err := w.client.Do(request)
	if err != nil {
		return failed(ctx, err), reached.Load() || isRefused(err)
	}
	defer response.Body.Close()
	got = w.answer(ctx, response)
	got.Status, got.FinalURL = response.StatusCode, response.Request.URL.Redacted()
	return got, true
}

// answer tells the state from the status code. Only whole documents are
// captured: 202 is a promise of one, 206 a part of one.
func (w *web) answer(ctx context.Context, r *http.Response) sources.Fetched {
	switch r.StatusCode {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden,
		http.StatusTooManyRequests, http.StatusUnavailableForLegalReasons:
		return sources.Fetched{State: sources.Blocked, Reason: answered(r)}
	case http.StatusNotFound, http.StatusGone:
		return sources.Fetched{State: sources.Missing, Reason: answered(r)}
	case http.StatusOK, http.StatusNonAuthoritativeInfo, http.StatusNoContent:
	default:
		return sources.Fetched{State: sources.Unreachable, Reason: answered(r)}
	}
	if coding := r.Header.Get("Content-Encoding"); isCompressed(coding) {
		return sources.Fetched{State: sources.Unreachable, Reason: "the server compressed it as " + strconv.Quote(coding) + ", which was not asked for"}
	}
	got := w.options.readBody(ctx, r.Body)
	if got.State == sources.Captured {
		got.MediaType = r.Header.Get("Content-Type")
	}
	return got
}

// isCompressed reports whether a body is still compressed. Servers also send
// names that are no coding at all, such as "utf-8" or "none".
func isCompressed(coding string) bool {
	for c := range strings.SplitSeq(coding, ",") {
		switch strings.ToLower(strings.TrimSpace(c)) {
		case "gzip", "x-gzip", "br", "zstd", "deflate", "compress", "x-compress":
			return true
		}
	}
	return false
}
