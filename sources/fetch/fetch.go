// Package fetch gets the bytes of a source: over http and https, or from a
// file. It is the only package that opens a network connection. What comes
// back says how the attempt ended and is never an error: a page behind a wall
// is a finding of the check, not a failure of the program.
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
	Timeout      time.Duration // of one attempt with its retries and redirects: 30 s
	MaxBytes     int64         // of one document, after decompression: 64 MiB
	AllowPrivate bool          // ask private and local network addresses too
	Offline      bool          // open no connection: every URL is unreachable
}

// Fetcher fetches sources. It may be used by several goroutines at once.
type Fetcher struct {
	options Options
	web     *web
	tried   atomic.Int64 // how many URLs were asked for
	cutOff  atomic.Int64 // how many of them no connection could be made for
}

// New returns a fetcher. It opens nothing.
func New(o Options) *Fetcher {
	if o.UserAgent == "" {
		o.UserAgent = "stet (+fact checking)"
	}
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = 64 << 20
	}
	guard := publicOnly()
	if o.AllowPrivate {
		guard = nil
	}
	return &Fetcher{options: o, web: newWeb(o, guard)}
}

// Fetch gets the bytes of an address: an http or https URL, or a file's path
// with slashes. A context that ends makes the source unreachable, and the
// context's cause is the reason.
func (f *Fetcher) Fetch(ctx context.Context, address string) sources.Fetched {
	isURL := sources.IsURL(address)
	switch {
	case ctx.Err() != nil:
		return broken(ctx, ctx.Err())
	case !isURL:
		return f.file(ctx, address)
	case f.options.Offline:
		return sources.Fetched{State: sources.Unreachable, Reason: "stet was told to stay offline"}
	}
	ctx, cancel := context.WithTimeout(ctx, f.options.Timeout)
	defer cancel()
	got, connected := f.web.get(ctx, address)
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
