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
	case ev.snapshot != "":
		return claims.Info, source + " could not be read, so nothing of it was checked: read it by eye" + reason(ev.last)
	case ev.source.IsHeld():
		return claims.Info, source + " is held elsewhere, so nothing of it was checked: check it by hand"
	case ev.last == nil:
		return claims.Info, source + " was not captured, so nothing of it was checked: capture it"
	}
	severity, is, do := claims.Info, "is "+string(ev.last.State), "save a copy and attach it: stet source attach "+ev.source.Code()+" FILE"
	switch ev.last.State {
	case sources.Missing:
		severity, is, do = claims.Error, "does not exist", "correct the address"
	case sources.Gone:
		severity, do = claims.Error, "look for an archived copy: stet source capture --archived "+ev.source.Code()
	case sources.Refused:
		do = "see whether the draft means it"
		if ev.source.Within != "" {
			do = "move it there, or give --allow-outside"
		}
	}
	return severity, source + " " + is + ", so nothing of it was checked: " + do + reason(ev.last)
}

func reason(c *sources.Capture) string {
	if c.Reason == "" {
		return ""
	}
	return " (" + c.Reason + ")"
}

var unreadCatch = []Example{
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Missing}}, Says: "does not exist"},
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Blocked}}, Says: "blocked"},
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Gone}}, Says: "stet source capture --archived S-0001"},
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Refused}}, Says: "is refused"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: " \n"}}, Says: "could not be read"},
	{Claim: "It closed.", Cites: []Exhibit{{Held: "tel., Dana Scott, 3 May"}}, Says: "held elsewhere"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}, {State: sources.Missing}}, Says: "does not exist"},
	{Claim: "It closed.", Cites: []Exhibit{{State: sources.Missing}, {Text: "It closed."}}, Says: "correct the address"},
	{Claim: "It closed.", Cites: []Exhibit{{Address: "https://example.com/a", State: sources.Blocked}}, Says: "save a copy and attach it"},
	{Claim: "It closed.", Cites: []Exhibit{{Held: "notes, p. 4"}, {Text: "It closed."}}, Says: "check it by hand"},
	{Claim: "It closed.", Cites: []Exhibit{{Address: "https://example.com/a", State: sources.Gone}}, Says: "is gone"},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "\n\n"}}, Says: "read it by eye"},
}

var unreadSpare = []Example{
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}}},
	{Claim: "It closed."},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It opened."}}},
	{Claim: "It closed.", Cites: []Exhibit{{Pages: []string{"It closed."}}}},
	{Claim: "It closed.", Cites: []Exhibit{{Pages: []string{"It closed.", "\f"}}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", State: sources.Gone}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", State: sources.Blocked}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed."}, {Text: "It did close."}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Via: sources.Archived}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Via: sources.Attached}}},
	{Claim: "It closed.", Cites: []Exhibit{{Text: "It closed.", Quote: "It was shut"}}},
	{Claim: "It closed.", Uncited: true},
}
