package fetch

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"stet/sources"
)

// waybackTime is how the Wayback Machine and those like it write times in
// addresses, in UTC.
const waybackTime = "20060102150405"

// Memento gets the copy of a page that the web archive holds nearest to a
// time. Where Options.Archive's path ends in "available" it is asked as the
// Wayback Machine's availability endpoint, otherwise as a TimeGate (RFC 7089
// section 4). What comes back is captured only where the archive says by a
// Memento-Datetime that it is a memento, or lists it as one.
func (f *Fetcher) Memento(ctx context.Context, address string, at time.Time) sources.Fetched {
	return f.archived(ctx, func() (sources.Fetched, bool) {
		if strings.HasSuffix(strings.TrimSuffix(f.options.Archive, "/"), "available") {
			return f.web.available(ctx, f.options.Archive, address, at)
		}
		return f.web.memento(ctx, ask{address: f.options.Archive + address, header: negotiate(at)}, time.Time{})
	})
}

// SaveNow asks the web archive to save a page, and gets the memento that it
// made.
func (f *Fetcher) SaveNow(ctx context.Context, address string) sources.Fetched {
	return f.archived(ctx, func() (sources.Fetched, bool) {
		got, connected := f.web.get(ctx, ask{address: f.options.Save + address})
		if got.State != sources.Captured {
			got.Reason = "the archive was asked to save the page: " + got.Reason
			return got, connected
		}
		if saved := savedAt(got); saved != "" {
			return f.web.memento(ctx, ask{address: saved}, time.Time{})
		}
		return sources.Fetched{State: sources.Unreachable, Status: got.Status, Reason: "the archive took the request and did not say where it keeps the page"}, true
	})
}

// archived asks an archive, and marks whatever came of it as such.
func (f *Fetcher) archived(ctx context.Context, get func() (got sources.Fetched, connected bool)) sources.Fetched {
	got := f.online(ctx, get)
	got.Via = sources.Archived
	return got
}

// negotiate returns the header field that asks a TimeGate for a time.
func negotiate(at time.Time) map[string]string {
	return map[string]string{"Accept-Datetime": at.UTC().Format(http.TimeFormat)}
}

// memento gets a memento. Where its headers don't say when the archive got it,
// listed does, unless that is zero.
func (w *web) memento(ctx context.Context, a ask, listed time.Time) (sources.Fetched, bool) {
	got, connected := w.get(ctx, a)
	if got.State == sources.Missing {
		got.Reason = "the archive has no copy of it"
	}
	if got.State != sources.Captured {
		return got, connected
	}
	at, ok := mementoTime(got)
	if !ok {
		at = listed
	}
	if at.IsZero() {
		return sources.Fetched{State: sources.Missing, Status: got.Status, Reason: "the archive's answer is no memento: it has no Memento-Datetime"}, true
	}
	if raw := rawAddress(got.FinalURL); raw != "" {
		if bare, _ := w.get(ctx, ask{address: raw}); bare.State == sources.Captured {
			got = bare
		}
	}
	got.MementoAt = at
	return got, true
}

// mementoTime reads the Memento-Datetime header field (RFC 7089 section 2.1.1).
func mementoTime(got sources.Fetched) (time.Time, bool) {
	at, err := http.ParseTime(last(got).Header("Memento-Datetime"))
	return at.UTC(), err == nil
}

func last(got sources.Fetched) sources.Exchange {
	if len(got.Exchanges) == 0 {
		return sources.Exchange{}
	}
	return got.Exchanges[len(got.Exchanges)-1]
}

// rawAddress returns where archives of the Wayback Machine's kind give a page
// as they got it, without a banner and with its own links: the time in the
// address has "id_" after it. It is "" for other addresses.
func rawAddress(memento string) string {
	before, after, ok := strings.Cut(memento, "/http")
	if !ok || len(before) < len(waybackTime) {
		return ""
	}
	at := before[len(before)-len(waybackTime):]
	if _, err := time.Parse(waybackTime, at); err != nil {
		return ""
	}
	return before + "id_/http" + after
}

// savedAt returns the address of the memento that an archive made when asked
// to: where it redirected to, or where its Content-Location or Link header
// field points.
func savedAt(got sources.Fetched) string {
	answer := last(got)
	if answer.Header("Memento-Datetime") != "" {
		return got.FinalURL
	}
	for _, at := range []string{answer.Header("Content-Location"), linkTo(answer, "memento")} {
		if u, err := url.Parse(got.FinalURL); err == nil && at != "" {
			if there, err := u.Parse(at); err == nil {
				return there.String()
			}
		}
	}
	return ""
}

// linkTo returns the first target of a Link header field (RFC 8288) whose
// relation types include rel.
func linkTo(e sources.Exchange, rel string) string {
	for link := range strings.SplitSeq(e.Header("Link"), ",") {
		target, parameters, _ := strings.Cut(link, ";")
		target = strings.TrimSpace(target)
		for p := range strings.SplitSeq(parameters, ";") {
			name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
			isRel := strings.EqualFold(name, "rel") && strings.Contains(" "+strings.Trim(value, `"`)+" ", " "+rel+" ")
			if isRel && strings.HasPrefix(target, "<") && strings.HasSuffix(target, ">") {
				return target[1 : len(target)-1]
			}
		}
	}
	return ""
}

// availability is the answer of the Wayback Machine's availability endpoint.
type availability struct {
	Snapshots struct {
		Closest struct {
			Available bool   `json:"available"`
			URL       string `json:"url"`
			Timestamp string `json:"timestamp"`
		} `json:"closest"`
	} `json:"archived_snapshots"`
}

// available looks a page up by an availability endpoint.
func (w *web) available(ctx context.Context, endpoint, address string, at time.Time) (sources.Fetched, bool) {
	query := url.Values{"url": {address}, "timestamp": {at.UTC().Format(waybackTime)}}
	got, connected := w.get(ctx, ask{address: endpoint + "?" + query.Encode()})
	if got.State != sources.Captured {
		got.Reason = "the archive's availability endpoint: " + got.Reason
		return got, connected
	}
	var found availability
	if err := json.Unmarshal(got.Bytes, &found); err != nil {
		return sources.Fetched{State: sources.Unreachable, Status: got.Status, Reason: "the archive's availability endpoint did not answer in JSON"}, true
	}
	closest := found.Snapshots.Closest
	if !closest.Available {
		return sources.Fetched{State: sources.Missing, Status: got.Status, Reason: "the archive has no copy of it"}, true
	}
	listed, err := time.Parse(waybackTime, closest.Timestamp)
	if err != nil || !sources.IsURL(closest.URL) {
		return sources.Fetched{State: sources.Unreachable, Status: got.Status, Reason: "the archive's availability endpoint lists a copy without a time or an address"}, true
	}
	return w.memento(ctx, ask{address: closest.URL}, listed)
}
