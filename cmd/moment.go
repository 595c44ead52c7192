package cmd

import (
	"time"

	"stet/claims"
)

// momentLayouts are the ways in which a person may write a time, apart from RFC
// 3339; it is that of the person's own time zone.
var momentLayouts = []string{"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05", time.DateOnly}

// momentUsage says how to write one, for help.
const momentUsage = `such as "2026-11-30 14:00", in your own time zone, or 2026-11-30T14:00:00Z`

// parseMoment reads a time as a person writes it. A day alone is its beginning,
// or its end where that is asked for. The empty text is no time.
func parseMoment(env *Env, s string, endOfDay bool) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	for _, layout := range momentLayouts {
		t, err := time.ParseInLocation(layout, s, env.Now().Location())
		if err != nil {
			continue
		}
		if layout == time.DateOnly && endOfDay {
			t = t.AddDate(0, 0, 1).Add(-time.Second)
		}
		return t, nil
	}
	return time.Time{}, claims.Invalidf("%q is no time: write one %s", s, momentUsage)
}
