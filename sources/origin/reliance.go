package origin

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"stet/sources"
)

// reliance is a sentence in which a document says whose report it rests on.
type reliance struct {
	name  string   // as written
	key   string   // as keyOf makes it
	pages []string // that links on it or beside it lead to
	told  []uint64 // the subject of that sentence and the one before it
}

// relianceCues are what stands before the name of who reported first, and what
// stands after it, as regular expressions with any space between their words.
// That somebody "told" another paper something is not among them: one quotation
// from there makes no report rest on it.
var (
	cuesBefore = []string{
		`first reported (?:by|in|on)`, `originally reported by`, `reported earlier by`, `earlier reported by`,
		`(?:as )?reported by`, `first (?:published|appeared) (?:by|in|on)`,
		`originally (?:published|appeared) (?:by|in|on)`, `republished from`, `reprinted from`,
		`according to an? (?:\w+ )?(?:report|story|article|investigation)(?: published)? (?:by|in|from|on)`,
		`according to reporting (?:by|in|from)`, `based on (?:a report|an article|reporting) (?:by|in|from)`,
		`citing (?:(?:a|an|the) )?(?:report|reports|story|article) (?:by|in|from|on)`,
	}
	cuesAfter = []string{
		`(?:first|originally|previously|earlier) reported`, `was (?:the )?first to report`,
		`(?:has |had )?reported(?: on \w+day| earlier)?,? citing`, `broke the (?:story|news)`,
	}
)

// publisherName is a run of capitalised words, with what joins them.
const publisherName = `((?:[Tt]he )?` + capitalised + `(?: (?:(?:of|and|the) )*` + capitalised + `)*)`

const capitalised = `(?:(?:\p{Lu}\.){2,}|[\p{Lu}\d][\pL\d]*(?:[&.'’-][\pL\d]+)*)`

var relianceForms = sync.OnceValue(func() []*regexp.Regexp {
	spaced := func(form string) *regexp.Regexp {
		return regexp.MustCompile(strings.ReplaceAll(form, " ", `\s+`))
	}
	return []*regexp.Regexp{
		spaced(`\b(?i:` + strings.Join(cuesBefore, "|") + `) ` + publisherName),
		spaced(publisherName + ` (?:` + strings.Join(cuesAfter, "|") + `)\b`),
	}
})

// relianceStems are what each cue has one of, so that not all of a text has to
// be searched for the cues.
var relianceStems = []string{"report", "REPORT", "Report", "printed from", "published", "appeared", "according to a", "According to a", "based on a", "Based on a", "citing", "broke the"}

// reliedOn returns what a text says of whose reports it rests on.
func reliedOn(t *sources.Text) []reliance {
	var found []reliance
	for _, near := range runsNear(t.Body, relianceStems) {
		for _, form := range relianceForms() {
			for _, m := range form.FindAllStringSubmatchIndex(t.Body[near[0]:near[1]], -1) {
				name := strings.Join(strings.Fields(t.Body[near[0]+m[2]:near[0]+m[3]]), " ")
				if key := keyOf(name); key != "" {
					start, end := near[0]+m[0], near[0]+m[1]
					found = append(found, reliance{name, key, linkedFrom(t, start, end), newWords(passage(t.Body, start, end)).subject()})
				}
			}
		}
	}
	return found
}

// runsNear returns the runs of a text that have one of the stems in their
// middle, in order and apart.
func runsNear(body string, stems []string) [][2]int {
	const around = 160 // bytes: a cue with the name before or after it
	var at []int
	for _, stem := range stems {
		for i := strings.Index(body, stem); i >= 0; {
			at = append(at, i)
			next := strings.Index(body[i+1:], stem)
			if next < 0 {
				break
			}
			i += 1 + next
		}
	}
	slices.Sort(at)
	var runs [][2]int
	for _, i := range at {
		run := [2]int{max(0, i-around), min(len(body), i+around)}
		if last := len(runs) - 1; last >= 0 && runs[last][1] >= run[0] {
			runs[last][1] = run[1]
			continue
		}
		runs = append(runs, run)
	}
	return runs
}

// passage returns the sentence that a run of a text is in, without that run, and
// the sentence before it. Its ends need not be exact.
func passage(body string, start, end int) string {
	const most = 400 // bytes to either side
	before, after := body[max(0, start-most):start], body[end:min(len(body), end+most)]
	if last := strings.LastIndex(before, ". "); last >= 0 {
		before = before[strings.LastIndex(before[:last], ". ")+1:]
	}
	after, _, _ = strings.Cut(after, ". ")
	return before + " " + after
}

// isTold reports whether a document has most of the words of what another says
// was reported: enough of them that it isn't by chance.
func (r reliance) isTold(by *entry) bool {
	const least, words = 0.6, 3
	return len(r.told) >= words && share(common(r.told, by.subject), len(r.told)) >= least
}

// linkedFrom returns the pages that links on or beside a run of a text lead to.
func linkedFrom(t *sources.Text, start, end int) []string {
	const beside = 40 // bytes
	var pages []string
	for _, l := range t.Links {
		if page := pageOf(l.Address); page != "" && l.Start < end+beside && l.End > start-beside {
			pages = append(pages, page)
		}
	}
	return pages
}

// keyOf makes publishers' names comparable: letters and digits only, in lower
// case, without "The" and "'s", and an agency's own name for its initials. The
// key of a name is that of the same name as the first part of a host's.
func keyOf(name string) string {
	name = strings.TrimSpace(name)
	for _, lead := range []string{"As ", "the ", "The "} {
		name = strings.TrimPrefix(name, lead)
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	if agency := agencyNamed(name); agency != "" {
		name = strings.TrimPrefix(agency, "The ")
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// namesOf returns the keys of what a document's publisher may be called: its own
// name, that of the agency whose credit it bears, and the part of the host's
// name before its last ("washingtonpost.com").
func namesOf(publisher, agency, page string) []string {
	host, _, _ := strings.Cut(page, "/")
	labels := strings.Split(host, ".")
	keys := []string{keyOf(publisher), keyOf(agency), keyOf(labels[max(0, len(labels)-2)])}
	slices.Sort(keys)
	return slices.DeleteFunc(slices.Compact(keys), func(key string) bool { return key == "" })
}

// relies holds where one document says that it has it from the other, by a link
// or by its publisher's name, and that tells what it says was reported.
func relies(o overlap) string {
	for _, pair := range [][2]*entry{{o.a, o.b}, {o.b, o.a}} {
		for _, r := range pair[0].relied {
			named := slices.Contains(pair[1].names, r.key) && !slices.Contains(pair[0].names, r.key)
			if pair[1].page != "" && slices.Contains(r.pages, pair[1].page) || named && r.isTold(pair[1]) {
				return fmt.Sprintf("one says that it rests on what %s reported, which is the other", r.name)
			}
		}
	}
	return ""
}

// relyOnOne holds where both documents say that they have it from the same
// third, and each tells what the other says was reported.
func relyOnOne(o overlap) string {
	for _, r := range o.a.relied {
		rests := func(s reliance) bool { return s.key == r.key && r.isTold(o.b) && s.isTold(o.a) }
		own := slices.Contains(o.a.names, r.key) || slices.Contains(o.b.names, r.key)
		if !own && slices.ContainsFunc(o.b.relied, rests) {
			return "both say that they rest on what " + r.name + " reported"
		}
	}
	return ""
}
