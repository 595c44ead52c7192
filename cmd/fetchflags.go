package cmd

import (
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources/fetch"
)

// fetchFlags say how sources are captured.
type fetchFlags struct {
	allowPrivate bool
	offline      bool
	userAgent    string
	timeout      time.Duration
	parallel     int
	perHost      int
	ocr          ocrFlag
}

func (f *fetchFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.BoolVar(&f.allowPrivate, "allow-private", false, "capture from private and local network addresses too")
	flags.BoolVar(&f.offline, "offline", false, "open no network connection; files are read all the same")
	flags.StringVar(&f.userAgent, "user-agent", "", "what servers are told of who asks (default: stet, its version and what it is for)")
	flags.DurationVar(&f.timeout, "timeout", 30*time.Second, "the longest that one page may take, with its redirects and retries")
	flags.IntVar(&f.parallel, "parallel", 16, "how many pages are asked for at a time")
	f.ocr.add(c)
	flags.IntVar(&f.perHost, "per-host", 4, "how many of them from one host, which gets ten requests a second; 0 lifts both limits")
}

func (f *fetchFlags) options() (fetch.Options, error) {
	if f.timeout <= 0 || f.parallel <= 0 || f.perHost < 0 {
		return fetch.Options{}, claims.Invalidf("--timeout and --parallel must be more than 0, and --per-host not less")
	}
	perHost := f.perHost
	if perHost == 0 {
		perHost = fetch.Unlimited
	}
	return fetch.Options{
		AllowPrivate: f.allowPrivate, Offline: f.offline, UserAgent: f.userAgent, Timeout: f.timeout,
		Parallel: f.parallel, PerHost: perHost,
	}, nil
}
