package origin

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// The words by which a text says whose report it rests on, as regular
// expressions with any space between their words. That somebody "told" another
// paper something is not among them: one quotation from there makes no report
// rest on it.
var (
	// reportedCues stand before the name of who reported what the sentence says.
	reportedCues = []string{
		`first reported (?:by|in|on)`, `originally reported by`, `reported earlier by`, `earlier reported by`, `(?:as )?reported by`,
		`according to an? (?:\w+ )?(?:report|story|article|investigation)(?: published)? (?:by|in|from|on)`,
		`according to reporting (?:by|in|from)`, `based on (?:a report|an article|reporting) (?:by|in|from)`,
		`citing (?:(?:a|an|the) )?(?:report|reports|story|article) (?:by|in|from|on)`,
	}
	// reporterCues stand after it.
	reporterCues = []string{
		`(?:first|originally|previously|earlier) reported`, `was (?:the )?first to report`,
		`(?:has |had )?reported(?: on \w+day| earlier)?,? citing`, `broke the (?:story|news)`,
	}
	// publishedCues stand before the name of who published all of it. They don't
	// say what it was: a link must tell, or the words do without them.
	publishedCues = []string{
		`first (?:published|appeared) (?:by|in|on)`, `originally (?:published|appeared) (?:by|in|on)`, `republished from`, `reprinted from`,
	}
)

// publisherName is a run of capitalised words, with what joins them.
const (
	publisherName = `((?:[Tt]he )?` + capitalised + `(?: (?:(?:of|and|the) )*` + capitalised + `)*)`
	capitalised   = `(?:(?:\p{Lu}\.){2,}|[\p{Lu}\d][\pL\d]*(?:[&.'’-][\pL\d]+)*)`
)

// relianceForm finds one kind of cue with a name.
type relianceForm struct {
	*regexp.Regexp
	tells bool     // the sentence says what was reported
	has   []string // words, in lower case, of which every cue of the kind has one
}

// mayStand reports whether one of the cues may stand in a run of text, which is
// given in lower case. Most runs hold no more than the word "report".
func (f relianceForm) mayStand(low string) bool {
	return slices.ContainsFunc(f.has, func(word string) bool { return strings.Contains(low, word) })
}

var relianceForms = sync.OnceValue(func() []relianceForm {
	form := func(expression string, tells bool, has ...string) relianceForm {
		return relianceForm{regexp.MustCompile(strings.ReplaceAll(expression, " ", `\s+`)), tells, has}
	}
	return []relianceForm{
		form(`\b(?i:`+strings.Join(reportedCues, "|")+`) `+publisherName, true, "reported", "according", "based", "citing"),
		form(publisherName+` (?:`+strings.Join(reporterCues, "|")+`)\b`, true, "reported", "first", "broke"),
		form(`\b(?i:`+strings.Join(publishedCues, "|")+`) `+publisherName, false, "published", "appeared", "reprinted"),
	}
})

// relianceStems are what each cue has one of, so that not all of a text has to
// be searched for the cues.
var relianceStems = []string{
	"report", "Report", "according to a", "According to a", "based on a", "Based on a", "citing", "broke the",
	"published", "appeared", "printed from",
}

// runsNear returns the runs of a text that have one of the stems in them with
// room for a cue and a name on either side, in order and apart.
func runsNear(body string, stems []string) [][2]int {
	const around = 160 // bytes
	var runs [][2]int
	for _, i := range indexes(body, stems) {
		run := [2]int{max(0, i-around), min(len(body), i+around)}
		if last := len(runs) - 1; last >= 0 && runs[last][1] >= run[0] {
			runs[last][1] = run[1]
			continue
		}
		runs = append(runs, run)
	}
	return runs
}

// indexes returns where a text has one of the stems, in ascending order.
func indexes(body string, stems []string) []int {
	var at []int
	for _, stem := range stems {
		for i := 0; ; i++ {
			next := strings.Index(body[i:], stem)
			if next < 0 {
				break
			}
			i += next
			at = append(at, i)
		}
	}
	slices.Sort(at)
	return at
}
