package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"code.dny.dev/ssrf"

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
	if err := checkHost(r.URL); err != nil {
		return err
	}
	if len(before) > maxRedirects {
		return ruling{sources.Unreachable, fmt.Sprintf("it redirects more than %d times", maxRedirects)}
	}
	r.Header.Del("Referer")
	return nil
}

// checkHost refuses a host that is an IP address in another form than the usual
// one: browsers and C libraries read 2130706433, 0x7f.1 and 0177.0.0.1 as
// 127.0.0.1, so that whoever writes one has something to hide. A host is such
// an address where its last label is a number (WHATWG URL, "ends in a number").
func checkHost(u *url.URL) error {
	host := strings.TrimSuffix(u.Hostname(), ".")
	last := strings.ToLower(host[strings.LastIndex(host, ".")+1:])
	hexadecimal, isHex := strings.CutPrefix(last, "0x")
	isNumber := last != "" && strings.Trim(last, "0123456789") == "" || isHex && strings.Trim(hexadecimal, "0123456789abcdef") == ""
	if _, err := netip.ParseAddr(host); isNumber && err != nil {
		return ruling{sources.Refused, "its host is an IP address in an unusual form"}
	}
	return nil
}

func isFinal(err error) bool {
	if err == nil {
		return false
	}
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
