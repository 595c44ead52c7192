package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"code.dny.dev/ssrf"
	"github.com/hashicorp/go-retryablehttp"

	"stet/sources"
)

const maxRedirects = 10 // as browsers have it, within a factor of two

// ruling is an error that our own policy made, and the state it means. Trying
// again would not change it.
type ruling struct {
	state  sources.State
	reason string
}

// Error returns the reason.
func (r ruling) Error() string { return r.reason }

// followRedirect allows a redirect to another web page. It takes away the
// referrer, which would tell one source which other one led to it.
func followRedirect(r *http.Request, before []*http.Request) error {
	if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
		return ruling{sources.Refused, "it redirects to " + r.URL.Scheme + ":, which is no web page"}
	}
	if len(before) > maxRedirects {
		return ruling{sources.Unreachable, fmt.Sprintf("it redirects more than %d times", maxRedirects)}
	}
	r.Header.Del("Referer")
	return nil
}

// worthAnotherTry retries what may pass: a broken connection, a server in
// trouble, a request to slow down. It doesn't where the wait would outlast the
// attempt, so that the answer there was is not lost to a timeout.
func worthAnotherTry(ctx context.Context, r *http.Response, err error) (bool, error) {
	if isFinal(err) {
		return false, nil
	}
	deadline, limited := ctx.Deadline()
	if limited && r != nil && time.Until(deadline) < backoff(200*time.Millisecond, longestWait, retries, r) {
		return false, nil
	}
	return retryablehttp.DefaultRetryPolicy(ctx, r, err)
}

// backoff doubles the wait with each attempt, or waits as long as the server
// asks, up to longestWait.
func backoff(least, most time.Duration, attempt int, r *http.Response) time.Duration {
	return min(retryablehttp.DefaultBackoff(least, most, attempt, r), longestWait)
}

func isFinal(err error) bool {
	var own ruling
	var dns *net.DNSError
	return errors.As(err, &own) || isRefused(err) || errors.As(err, &dns) && dns.IsNotFound
}

func isRefused(err error) bool {
	var own ruling
	return errors.As(err, &own) && own.state == sources.Refused || errors.Is(err, ssrf.ErrProhibitedIP) ||
		errors.Is(err, ssrf.ErrProhibitedPort) || errors.Is(err, ssrf.ErrProhibitedNetwork)
}

// failed says what it means that there was no answer.
func failed(ctx context.Context, err error) sources.Fetched {
	var own ruling
	switch {
	case errors.As(err, &own):
		return sources.Fetched{State: own.state, Reason: own.reason}
	case isRefused(err):
		return sources.Fetched{State: sources.Refused, Reason: "it is on a private or local network"}
	}
	return broken(ctx, err)
}

// broken is an attempt that err ended. Where the context had ended before, it
// is the context that says why.
func broken(ctx context.Context, err error) sources.Fetched {
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}
}
