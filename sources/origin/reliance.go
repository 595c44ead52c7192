package origin

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"stet/sources"
)

// reliance is a sentence in which a document says whose report it rests on.
type reliance struct {
	name  string   // as written
	key   string   // as keyOf makes it
	pages []string // that links on it or beside it lead to
	told  []uint64 // the subject of what it says was reported; nil where it doesn't say
}

// toldWords is how many words of a subject it takes to know it again.
const toldWords = 3

// reliedOn returns what a text says of whose reports it rests on.
func reliedOn(t *sources.Text) []reliance {
	var found []reliance
	for _, near := range runsNear(t.Body, relianceStems) {
		low := strings.ToLower(t.Body[near[0]:near[1]])
		for _, form := range relianceForms() {
			if !form.mayStand(low) {
				continue
			}
			for _, m := range form.FindAllStringSubmatchIndex(t.Body[near[0]:near[1]], -1) {
				start, end := near[0]+m[0], near[0]+m[1]
				name := strings.Join(strings.Fields(t.Body[near[0]+m[2]:near[0]+m[3]]), " ")
				r := reliance{name: name, key: keyOf(name), pages: linkedFrom(t, start, end)}
				if form.tells {
					r.told = toldIn(t.Body, start, end)
				}
				if r.key != "" {
					found = append(found, r)
				}
			}
		}
	}
	return found
}

// toldIn returns the subject of the sentence that a run of a text is in, without
// that run, and of the sentence before it where the first says too little.
func toldIn(body string, start, end int) []uint64 {
	const most = 400 // bytes to either side
	before, after := body[max(0, start-most):start], body[end:min(len(body), end+most)]
	after, _, _ = strings.Cut(after, ". ")
	last := strings.LastIndex(before, ". ") + 1
	told := newWords(before[last:] + " " + after).subject()
	if len(told) < toldWords && last > 0 {
		told = newWords(before[strings.LastIndex(before[:last-1], ". ")+1:] + " " + after).subject()
	}
	return told
}

// isTold reports whether a document has most of the words of what another says
// was reported: enough of them that it isn't by chance.
func (r reliance) isTold(by *entry) bool {
	const least = 0.6
	return len(r.told) >= toldWords && share(common(r.told, by.subject), len(r.told)) >= least
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
		if r, ok := pair[0].restsOn(pair[1]); ok {
			return fmt.Sprintf("one says that it rests on what %s reported, which is the other", r.name)
		}
	}
	return ""
}

// restsOn returns what a document says of another that it has it from.
func (e *entry) restsOn(other *entry) (reliance, bool) {
	for _, r := range e.relied {
		named := slices.Contains(other.names, r.key) && !slices.Contains(e.names, r.key)
		if other.page != "" && slices.Contains(r.pages, other.page) || named && r.isTold(other) {
			return r, true
		}
	}
	return reliance{}, false
}

// Rests reports whether a document says that it has what it tells from another:
// "as the Courier reported", with a link to it, or with its publisher's name
// where that tells the same. Two that each rest on the other have it from nobody.
func Rests(document, on Document) bool {
	a, b := newEntry(document), newEntry(on)
	_, rests := a.restsOn(&b)
	return rests
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
