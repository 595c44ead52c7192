package fetch

import (
	"context"
	"net"
	"net/http"
	"net/http/httptrace"
	"slices"
	"strings"
	"sync"

	"stet/sources"
)

// trail is what one request, with its redirects, leaves on record.
type trail struct {
	since     sources.Exchange
	exchanges []sources.Exchange
	asked     bool // the last request was for the page only if it has changed

	mu      sync.Mutex
	reached bool   // a connection was made
	peer    string // the IP address at its other end
}

type trailKey struct{}

// record returns a context whose requests leave a trail.
func record(ctx context.Context, since sources.Exchange) (context.Context, *trail) {
	t := &trail{since: since}
	ctx = context.WithValue(ctx, trailKey{}, t)
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(c httptrace.GotConnInfo) { t.connected(c.Conn.RemoteAddr().String()) },
		ConnectDone: func(_, address string, err error) {
			if err == nil {
				t.connected(address)
			}
		},
	}), t
}

func (t *trail) connected(address string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.reached = true
	if host, _, err := net.SplitHostPort(address); err == nil {
		t.peer = host
	}
}

// recorder records what goes over the wire, each redirect by itself.
type recorder struct{ wire http.RoundTripper }

// RoundTrip asks for the page only if it has changed where this is the address
// that it was got from: a validator means something at its own address only.
func (r recorder) RoundTrip(request *http.Request) (*http.Response, error) {
	t := request.Context().Value(trailKey{}).(*trail)
	tag, modified := t.since.Header("ETag"), t.since.Header("Last-Modified")
	t.asked = tag+modified != "" && t.since.URL == request.URL.Redacted()
	if t.asked {
		request = request.Clone(request.Context())
		setField(request.Header, "If-None-Match", tag)
		setField(request.Header, "If-Modified-Since", modified)
	}
	response, err := r.wire.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.exchanges = append(t.exchanges, sources.Exchange{
		URL: request.URL.Redacted(), Peer: t.peer, Protocol: response.Proto, Status: response.StatusCode,
		Request: fields(request.Header, "Host", request.URL.Host), Response: fields(response.Header),
	})
	return response, nil
}

func setField(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, value)
	}
}

// secrets are the request's header fields that are no one's business but the
// server's.
var secrets = []string{"Authorization", "Cookie"}

// fields returns a header in the order of its names, with further fields,
// given as name and value, before them. What is not UTF-8 in it is replaced:
// the ledger is text.
func fields(h http.Header, further ...string) []sources.Field {
	var all []sources.Field
	for i := 0; i < len(further); i += 2 {
		all = append(all, sources.Field{Name: further[i], Value: further[i+1]})
	}
	names := make([]string, 0, len(h))
	for name := range h {
		if !slices.Contains(secrets, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		for _, value := range h[name] {
			all = append(all, sources.Field{Name: name, Value: strings.ToValidUTF8(value, "\ufffd")})
		}
	}
	return all
}
