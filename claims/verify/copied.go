package verify

import (
	"stet/claims"
	"stet/sources"
)

var copied = Check{
	ID:    "copy",
	Title: "what was read is the source itself, and can still be had",
	claim: checkCopied,
	Catch: copiedCatch,
	Spare: copiedSpare,
}

// checkCopied names each source of the claim of which a copy was read, or that
// readers can no longer look up.
func checkCopied(q *inquiry) []claims.Finding {
	var found []claims.Finding
	seen := map[string]bool{}
	for _, ev := range q.evidence {
		message := whichCopy(ev)
		if message == "" || ev.reading == nil || seen[ev.source.ID] {
			continue
		}
		seen[ev.source.ID] = true
		found = append(found, q.find(claims.Info, claims.Found, &ev, "%s", message))
	}
	return found
}

func whichCopy(ev evidence) string {
	source := ev.source.Name()
	gone := ev.last != nil && (ev.last.State == sources.Gone || ev.last.State == sources.Missing)
	switch {
	case ev.via == sources.Archived:
		return source + " was read in a web archive's copy of " + ev.takenAt.UTC().Format("2 January 2006") + ": see whether that day's page is meant"
	case ev.via == sources.Attached && ev.source.IsURL():
		return source + " was read in a copy that a person saved: readers may not see the same"
	case gone && ev.source.IsURL():
		return source + " is " + string(ev.last.State) + ", and was read as it was captured before: readers can't look it up" + reason(ev.last)
	}
	return ""
}

var copiedCatch = []Example{
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Via: sources.Archived}}, Says: "copy of 3 May 2026"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/", Via: sources.Attached}}, Says: "that a person saved"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/", State: sources.Gone}}, Says: "is gone, and was read as it was"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/", State: sources.Missing}}, Says: "is missing"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/", Via: sources.Archived}}, Says: "web archive"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Via: sources.Archived, State: sources.Gone}}, Says: "whether that day"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/", Via: sources.Attached, State: sources.Blocked}}, Says: "that a person saved"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}, {Text: "It did.", Via: sources.Archived}}, Says: "3 May 2026"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/", State: sources.Gone}, {Text: "It did."}}, Says: "can't look it up"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It opened.", Via: sources.Archived}}, Says: "is meant"},
	{Claim: "It closed.", Cites: []Exhibit{{Pages: []string{"It closed."}, Address: "https://example.com/f.pdf", Via: sources.Attached}}, Says: "may not see the same"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Quote: "It closed", Via: sources.Archived}}, Says: "web archive"},
}

var copiedSpare = []Example{
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/"}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Address: "https://example.com/", State: sources.Blocked}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Via: sources.Attached}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", State: sources.Missing}}},
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Gone}}},
	{Claim: "It closed.", Cites: []Exhibit{{Pages: []string{"It closed."}}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}, {Text: "It did close."}}},
	{Claim: "It closed.", Cites: []Exhibit{{Held: "tel., Dana Scott, 3 May"}}},
	{Claim: "It closed.", Cites: []Exhibit{{Address: "https://example.com/", State: sources.Blocked}}},
	{Claim: "It closed.", Cites: []Exhibit{{Address: "https://example.com/", State: sources.Missing}}},
	{Claim: "It closed."},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Quote: "It closed"}}},
}
