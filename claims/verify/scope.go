package verify

import (
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/facts"
)

// years are the years that something is said of; none where nothing says.
type years []int

// excludes reports whether what is said of others is said of no year of these,
// so that one can neither carry nor contradict the other.
func (y years) excludes(others years) bool {
	return len(y) > 0 && len(others) > 0 && !y.includes(others)
}

// includes reports whether one of the others is among them.
func (y years) includes(others years) bool {
	return slices.ContainsFunc(others, func(o int) bool { return slices.Contains(y, o) })
}

// phraseEnds are the marks at which what a date is said of ends.
const phraseEnds = ",;:—–()"

// scopeOf returns the years of the dates that belong to the words at a span of a
// claim: those that stand in the same phrase, behind them before those in front.
func scopeOf(text string, s claims.Span, on time.Time) years {
	start, end := phraseAround(text, s)
	var before, behind years
	for _, f := range facts.NumbersOn(text[start:end], on) {
		if f.Kind != facts.Date || f.From == "" {
			continue
		}
		if start+f.Start >= s.End {
			behind = append(behind, yearsOf(f)...)
			break // "in 2019 and another in 2023": the nearest is meant
		}
		before = append(before[:0], yearsOf(f)...)
	}
	if len(behind) > 0 {
		return behind
	}
	return before
}

// phraseAround returns where the phrase begins and ends in which a span stands.
func phraseAround(text string, s claims.Span) (start, end int) {
	start = strings.LastIndexAny(text[:s.Start], phraseEnds)
	if start < 0 {
		start = 0
	}
	for start < s.Start && (text[start] >= 0x80 || strings.IndexByte(phraseEnds, text[start]) >= 0) {
		start++
	}
	end = len(text)
	if i := strings.IndexAny(text[s.End:], phraseEnds); i >= 0 {
		end = s.End + i
	}
	return start, end
}

// yearsOf returns the years that a date lies in.
func yearsOf(f facts.Fact) years {
	from, errFrom := time.Parse(time.DateOnly, f.From)
	to, errTo := time.Parse(time.DateOnly, f.To)
	if errFrom != nil || errTo != nil || to.Year()-from.Year() > 10 {
		return nil
	}
	var all years
	for y := from.Year(); y <= to.Year(); y++ {
		all = append(all, y)
	}
	return all
}

// ofYear names the year that a source's figure is said of, where that is what
// the copy's differs in.
func ofYear(ev evidence, given facts.Fact, copys years) string {
	if len(copys) == 1 && copys.includes(ev.reading.scope(given.Span)) {
		return " for " + time.Date(copys[0], 1, 1, 0, 0, 0, 0, time.UTC).Format("2006")
	}
	return ""
}

// scope returns the years that a source says something of: those of the dates
// in its sentence, else the year in which it was published.
func (r *reading) scope(s claims.Span) years {
	in, given := r.sentence(s.Start), r.all()
	var all years
	at, _ := slices.BinarySearchFunc(given, in.Start, func(f facts.Fact, start int) int { return f.Start - start })
	for ; at < len(given) && given[at].Start < in.End; at++ {
		if given[at].Kind == facts.Date {
			all = append(all, yearsOf(given[at])...)
		}
	}
	if len(all) == 0 && !r.published.IsZero() {
		return years{r.published.Year()}
	}
	return all
}
