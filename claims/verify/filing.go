package verify

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stet/sources"
	"stet/sources/court"
)

// filing is a court paper with what its stamps and its title say of it.
type filing struct {
	ev      *evidence
	kind    paperKind
	title   string
	dockets []sources.Docket
	filed   string // YYYY-MM-DD, or ""
	number  int    // of its docket entry, or 0
}

func newFiling(ev *evidence) (filing, bool) {
	if ev.source.Kind != sources.CourtFiling {
		return filing{}, false
	}
	f := filing{ev: ev, title: ev.source.Title}
	if kind, title, ok := ev.titled(); ok {
		f.kind, f.title = kind, title
	}
	if ev.reading == nil {
		f.dockets = court.Papers(ev.source.Address, nil)
		return f, true
	}
	f.dockets = court.Papers(ev.source.Address, ev.reading.text)
	for _, p := range ev.reading.text.Pages {
		if len(p.Stamps) > 0 {
			last := p.Stamps[len(p.Stamps)-1] // of a paper that was filed again, its own
			f.filed = last.Filed
			f.number, _ = strconv.Atoi(last.Document)
			break
		}
	}
	return f, true
}

// sameCase reports whether two papers bear stamps of one case, and whether both
// bear any that say.
func (f filing) sameCase(other filing) (same, known bool) {
	for _, a := range f.dockets {
		for _, b := range other.dockets {
			known = true
			a.Document, a.Attachment = "", ""
			if court.Cites(a, b) {
				return true, true
			}
		}
	}
	return false, known
}

// isAfter reports whether a paper was filed after another, by the day or else by
// the number of its docket entry.
func (f filing) isAfter(other filing) bool {
	if f.filed != "" && other.filed != "" && f.filed != other.filed {
		return f.filed > other.filed
	}
	return f.number > 0 && other.number > 0 && f.number > other.number
}

// name names a paper by its title, docket entry and day.
func (f filing) name() string {
	var at []string
	if f.number > 0 {
		at = append(at, fmt.Sprintf("document %d", f.number))
	}
	if day, err := time.Parse(time.DateOnly, f.filed); err == nil {
		at = append(at, "filed on "+day.Format("2 January 2006"))
	}
	if len(at) == 0 {
		return f.title
	}
	return f.title + " (" + strings.Join(at, ", ") + ")"
}
