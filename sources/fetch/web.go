package fetch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
	"github.com/hashicorp/go-retryablehttp"

	"stet/sources"
)

const (
	retries      = 2                // a page that fails three times is down
	longestWait  = 5 * time.Second  // whatever Retry-After asks for
	maxRedirects = 10               // as curl and browsers have it, within a factor of two
	dialTimeout  = 10 * time.Second // of one connection
)

// web is the client for http and https. It keeps no cookies and sends no
// referrer.
type web struct {
	client  *retryablehttp.Client
	options Options
}

func newWeb(o Options) *web {
	dialer := &net.Dialer{Timeout: dialTimeout}
	if !o.AllowPrivate {
		// Checked on the address that is dialled, after DNS has answered and
		// for each redirect, so that no name can be made to mean another.
		dialer.Control = ssrf.New(ssrf.WithAnyPort()).Safe
	}
	c := retryablehttp.NewClient()
	c.Logger = nil
	c.RetryMax, c.RetryWaitMin, c.RetryWaitMax = retries, 200*time.Millisecond, longestWait
	c.ErrorHandler = retryablehttp.PassthroughErrorHandler
	c.CheckRetry = worthAnotherTry
	c.Backoff = func(low, high time.Duration, attempt int, r *http.Response) time.Duration {
		return min(retryablehttp.DefaultBackoff(low, high, attempt, r), longestWait)
	}
	c.HTTPClient = &http.Client{
		CheckRedirect: followRedirect,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: dialTimeout, ResponseHeaderTimeout: o.Timeout,
			MaxIdleConns: 32, IdleConnTimeout: 30 * time.Second,
		},
	}
	return &web{client: c, options: o}
}

// refusal is our own policy's no.
type refusal struct{ reason string }

func (r refusal) Error() string { return r.reason }

func followRedirect(r *http.Request, before []*http.Request) error {
	if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
		return refusal{"it redirects to " + r.URL.Scheme + ":, which is no web page"}
	}
	if len(before) > maxRedirects {
		return fmt.Errorf("it redirects more than %d times", maxRedirects)
	}
	return nil
}

// worthAnotherTry retries what may pass: a broken connection, a server in
// trouble, a request to slow down. A refusal of ours won't change.
func worthAnotherTry(ctx context.Context, r *http.Response, err error) (bool, error) {
	if isRefused(err) || isNameUnknown(err) {
		return false, nil
	}
	return retryablehttp.DefaultRetryPolicy(ctx, r, err)
}

// get asks for a page and reports whether any server was reached.
func (w *web) get(ctx context.Context, address string) (got sources.Fetched, connected bool) {
	request, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return sources.Fetched{State: sources.Refused, Reason: plainly(err)}, true
	}
	request.Header.Set("User-Agent", w.options.UserAgent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.8")
	response, err := w.client.Do(request)
	if err != nil {
		return failed(err), !isCutOff(err)
	}
	defer response.Body.Close()
	got = w.answer(response)
	got.Status, got.FinalURL = response.StatusCode, response.Request.URL.String()
	return got, true
}

func (w *web) answer(r *http.Response) sources.Fetched {
	switch code := r.StatusCode; {
	case code == http.StatusUnauthorized, code == http.StatusForbidden, code == http.StatusTooManyRequests,
		code == http.StatusUnavailableForLegalReasons, code == http.StatusPaymentRequired:
		return sources.Fetched{State: sources.Blocked, Reason: answered(r)}
	case code == http.StatusNotFound, code == http.StatusGone:
		return sources.Fetched{State: sources.Missing, Reason: answered(r)}
	case code < 200 || code > 299:
		return sources.Fetched{State: sources.Unreachable, Reason: answered(r)}
	}
	got := w.options.readBody(r.Body)
	if got.State == sources.Captured {
		got.MediaType = r.Header.Get("Content-Type")
	}
	return got
}

func answered(r *http.Response) string {
	return fmt.Sprintf("the server answered %d %s", r.StatusCode, http.StatusText(r.StatusCode))
}

func failed(err error) sources.Fetched {
	var no refusal
	switch {
	case errors.As(err, &no):
		return sources.Fetched{State: sources.Refused, Reason: no.reason}
	case isRefused(err):
		return sources.Fetched{State: sources.Refused, Reason: "it is on a private or local network"}
	}
	return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
}

func isRefused(err error) bool {
	var no refusal
	return errors.As(err, &no) || errors.Is(err, ssrf.ErrProhibitedIP) ||
		errors.Is(err, ssrf.ErrProhibitedPort) || errors.Is(err, ssrf.ErrProhibitedNetwork)
}

func isNameUnknown(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns) && dns.IsNotFound
}

// isCutOff reports whether not even a connection was made, nor refused by us.
func isCutOff(err error) bool {
	var op *net.OpError
	var dns *net.DNSError
	if isRefused(err) || errors.Is(err, context.Canceled) {
		return false
	}
	return errors.As(err, &dns) || errors.As(err, &op) && op.Op == "dial"
}

// plainly puts an error into words that a reporter can act on.
func plainly(err error) string {
	var dns *net.DNSError
	var asked *url.Error
	var in *fs.PathError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return "there is no host of that name"
	case errors.As(err, &dns):
		return "its host's address could not be looked up"
	case errors.Is(err, context.DeadlineExceeded):
		return "it did not answer in time"
	case errors.Is(err, context.Canceled):
		return "interrupted"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "its host refuses connections"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read: permission denied"
	case errors.As(err, &in):
		return in.Err.Error()
	case errors.As(err, &asked):
		return asked.Err.Error()
	}
	return err.Error()
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
