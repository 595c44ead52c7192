// Package fetch gets the bytes of a source: over http and https, from a web
// archive, or from a file. It is the only package that opens a network
// connection. What comes back says how the attempt ended and is never an
// error: a page behind a wall is a finding of the check, not a failure of the
// program.
package fetch

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"stet/sources"
)

// Options says how sources are fetched. The zero value of each field stands
// for the default named beside it.
type Options struct {
	Dir          string        // where relative file addresses start
	UserAgent    string        // "stet (+fact checking)"; who knows the version says "stet/1.2 (+fact checking)"
	Timeout      time.Duration // of one page with its redirects and retries, not counting the wait for a turn: 30 s
	MaxBytes     int64         // of one document, after decompression: 64 MiB
	AllowPrivate bool          // ask private and local network addresses too
	Offline      bool          // open no connection: every URL is unreachable
	Parallel     int           // requests under way at a time: 16
	PerHost      int           // of which to one host: 4; Unlimited lifts it, and the pace of ten a second
	Archive      string        // TimeGate or availability endpoint of a web archive: Archive
	Save         string        // where that archive is asked to save a page: Save
}

// Unlimited as Options.PerHost has one host asked as often and as fast as all
// together.
const Unlimited = -1

// The Internet Archive's endpoints, to which the page's address is appended: a
// TimeGate (RFC 7089) and Save Page Now.
const (
	Archive = "https://web.archive.org/web/"
	Save    = "https://web.archive.org/save/"
)

func (o Options) withDefaults() Options {
	o.UserAgent = either(o.UserAgent, "stet (+fact checking)")
	o.Timeout = either(o.Timeout, 30*time.Second)
	o.MaxBytes = either(o.MaxBytes, 64<<20)
	o.Parallel = either(o.Parallel, 16)
	o.PerHost = either(o.PerHost, 4)
	o.Archive = either(o.Archive, Archive)
	o.Save = either(o.Save, Save)
	return o
}

func either[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// Fetcher fetches sources. It may be used by several goroutines at once.
type Fetcher struct {
	options Options
	web     *web
	robots  *robots
	tried   atomic.Int64 // how many URLs were asked for
	cutOff  atomic.Int64 // how many of them no connection could be made for
}

// New returns a fetcher. It opens nothing.
func New(o Options) *Fetcher {
	o = o.withDefaults()
	guard := publicOnly()
	if o.AllowPrivate {
		guard = nil
	}
	w := newWeb(o, guard)
	return &Fetcher{options: o, web: w, robots: newRobots(w)}
}

// Parallel returns how many requests are under way at a time, at most.
func (f *Fetcher) Parallel() int { return f.options.Parallel }

// Fetch gets the bytes of an address: an http or https URL, or a file's path
// with slashes. A context that ends makes the source unreachable, and the
// context's cause is the reason.
func (f *Fetcher) Fetch(ctx context.Context, r sources.Request) sources.Fetched {
	if ctx.Err() != nil {
		return broken(ctx, ctx.Err())
	}
	if !sources.IsURL(r.Address) {
		return f.file(ctx, r)
	}
	return f.online(ctx, func() (sources.Fetched, bool) {
		if r.Robots {
			if refused, ok := f.robots.refuses(ctx, r.Address); ok {
				return refused, true
			}
		}
		return f.web.get(ctx, ask{address: r.Address, since: r.Since})
	})
}

// online does what needs the network, unless stet is to stay off it, and
// counts whether it came to a connection.
func (f *Fetcher) online(ctx context.Context, get func() (got sources.Fetched, connected bool)) sources.Fetched {
	if f.options.Offline {
		return sources.Fetched{State: sources.Unreachable, Reason: "stet was told to stay offline"}
	}
	got, connected := get()
	if errors.Is(ctx.Err(), context.Canceled) {
		return got // which says nothing of the network
	}
	f.tried.Add(1)
	if !connected {
		f.cutOff.Add(1)
	}
	return got
}

// NoNetwork reports whether at least one URL was asked for and no connection
// could be made for any, by failing to look up its host or to dial it: the
// machine has no network, rather than a page its faults. A URL that our own
// policy refused doesn't count as one that failed.
func (f *Fetcher) NoNetwork() bool {
	tried := f.tried.Load()
	return tried > 0 && f.cutOff.Load() == tried
}
