package verify

import (
	"stet/claims"
	"stet/sources"
)

var unread = Check{
	ID:    "unread",
	Title: "every source that is cited could be read",
	claim: checkUnread,
	Catch: unreadCatch,
	Spare: unreadSpare,
}

// checkUnread names each source of the claim that no check could look into. It
// says the same of one source on every claim, so that a report can print it
// once with all its places.
func checkUnread(q *inquiry) []claims.Finding {
	var found []claims.Finding
	seen := map[string]bool{}
	for _, ev := range q.evidence {
		if ev.reading != nil || seen[ev.source.ID] {
			continue
		}
		seen[ev.source.ID] = true
		severity, message := whyUnread(ev)
		found = append(found, q.find(severity, claims.Unread, &ev, "%s", message))
	}
	return found
}

func whyUnread(ev evidence) (claims.Severity, string) {
	source := ev.source.Name()
	switch {
	case ev.source.IsHeld():
		return claims.Info, source + " is held elsewhere, so nothing of it was checked: check it by hand"
	case ev.last == nil:
		return claims.Info, source + " was not captured, so nothing of it was checked: capture it"
	case ev.snapshot == "" && ev.last.State == sources.Missing:
		return claims.Error, source + " does not exist, so nothing of it was checked: correct the address" + reason(ev.last)
	case ev.snapshot == "":
		return claims.Info, source + " is " + string(ev.last.State) + ", so nothing of it was checked: save a copy and cite that" + reason(ev.last)
	}
	return claims.Info, source + " could not be read, so nothing of it was checked: read it by eye" + reason(ev.last)
}

func reason(c *sources.Capture) string {
	if c.Reason == "" {
		return ""
	}
	return " (" + c.Reason + ")"
}

var unreadCatch = []Example{
	{Claim: "It closed.", Cites: []Exhibit{{Missing: true}}, Says: "does not exist"},
	{Claim: "It closed.", Cites: []Exhibit{{Blocked: true}}, Says: "blocked"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: " \n"}}, Says: "could not be read"},
	{Claim: "It closed.", Cites: []Exhibit{{Held: "tel., Dana Scott, 3 May"}}, Says: "held elsewhere"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}, {Missing: true}}, Says: "does not exist"},
}

var unreadSpare = []Example{
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}}},
	{Claim: "It closed."},
}
