package fetch

import (
	"context"
	"net/url"
	"strings"
	"sync"

	"github.com/temoto/robotstxt"

	"stet/sources"
)

// robots knows what the hosts' robots.txt files (RFC 9309) ask of programs.
type robots struct {
	web   *web
	agent string // our product token

	mu    sync.Mutex
	hosts map[string]*ruleset
}

// ruleset is the robots.txt of one host, read when first needed.
type ruleset struct {
	once   sync.Once
	group  *robotstxt.Group
	failed *sources.Fetched // why it could not be read, nil where it could
}

func newRobots(w *web) *robots {
	agent, _, _ := strings.Cut(w.options.UserAgent, "/")
	agent, _, _ = strings.Cut(agent, " ")
	return &robots{web: w, agent: agent, hosts: map[string]*ruleset{}}
}

// refuses reports whether a host asks programs not to fetch a page, and why it
// is not fetched. Without a robots.txt all is allowed; where the server fails
// to say, nothing is (RFC 9309 section 2.3.1).
func (r *robots) refuses(ctx context.Context, address string) (sources.Fetched, bool) {
	u, err := url.Parse(address)
	if err != nil {
		return sources.Fetched{}, false // which fetching it will tell better
	}
	rules := r.ruleset(u)
	rules.once.Do(func() { rules.read(ctx, r, u) })
	switch {
	case rules.failed != nil:
		return *rules.failed, true
	case rules.group != nil && !rules.group.Test(u.RequestURI()):
		return sources.Fetched{State: sources.Refused, Reason: "the site's robots.txt asks programs to leave it: name the source to capture it by hand"}, true
	}
	return sources.Fetched{}, false
}

func (r *robots) ruleset(u *url.URL) *ruleset {
	host := u.Scheme + "://" + u.Host
	r.mu.Lock()
	defer r.mu.Unlock()
	rules := r.hosts[host]
	if rules == nil {
		rules = &ruleset{}
		r.hosts[host] = rules
	}
	return rules
}

func (rules *ruleset) read(ctx context.Context, r *robots, u *url.URL) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	got, _ := r.web.get(ctx, ask{address: at.String()})
	switch {
	case got.State == sources.Captured:
		data, err := robotstxt.FromBytes(got.Bytes)
		if err == nil {
			rules.group = data.FindGroup(r.agent)
		}
	case got.Status < 400 || got.Status >= 500:
		rules.failed = &sources.Fetched{State: got.State, Status: got.Status, Reason: "its robots.txt could not be read: " + got.Reason}
	}
}
