package facts

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"stet/claims"
)

// Office is a post, rank or title that a text gives somebody.
type Office struct {
	claims.Span        // of the words for it
	Text        string // as it stands
	Post        string // by its usual name: "chief financial officer" of a CFO
	Rank        string // of the posts of one rank nobody holds two
	Holder      Fact   // the name
}

// posts are what people hold, by rank: each by its usual name, and behind it
// the other forms of it.
var posts = []struct{ rank, forms string }{
	{"officer", `chief executive officer/chief executive/ceo|chief financial officer/cfo/finance chief/finance director|chief operating officer/coo
		chief technology officer/cto|chief information officer/cio|chief marketing officer/cmo|chief legal officer|chief product officer
		chief revenue officer|chief scientific officer|chief medical officer|chief strategy officer|chief compliance officer|chief risk officer|chief of staff`},
	{"president", `president|vice president/vice-president/senior vice president/executive vice president`},
	{"board", `chair/chairman/chairwoman/chairperson|vice chair/vice chairman/vice chairwoman/deputy chairman/deputy chair`},
	{"elected", `senator/sen|representative/rep/congressman/congresswoman|governor/gov|lieutenant governor/lt gov|mayor|deputy mayor|assemblyman|assemblywoman|alderman`},
	{"bench", `judge/district judge/circuit judge|magistrate judge/magistrate|justice|chief judge|chief justice`},
	{"prosecutor", `attorney general|deputy attorney general|assistant attorney general|solicitor general|u.s. attorney/united states attorney|assistant u.s. attorney
		district attorney/state's attorney|deputy district attorney|public defender`},
	{"minister", `prime minister|deputy prime minister|foreign minister/foreign secretary|finance minister|defence minister/defense minister/defence secretary/defense secretary
		interior minister|home secretary|health minister/health secretary|justice minister|trade minister|education minister/education secretary|energy minister/energy secretary
		transport minister/transport secretary/transportation secretary|secretary of state|treasury secretary|commerce secretary|labor secretary|press secretary|environment minister/environment secretary`},
	{"uniform", `general/gen|lieutenant general/lt gen|major general/maj gen|brigadier general/brig gen|colonel/col|lieutenant colonel/lt col|major/maj|captain/capt
		lieutenant/lt|sergeant/sgt|corporal/cpl|admiral/adm|rear admiral/rear adm|vice admiral/vice adm|commander/cmdr`},
	{"courtesy", `mr|ms/mrs/miss`},
	{"spokesperson", `spokesman|spokeswoman`},
}

// post is one form of one post.
type post struct{ form, name, rank string }

// postForms returns every form, the longest first.
var postForms = sync.OnceValue(func() []post {
	var all []post
	for _, p := range posts {
		for forms := range strings.FieldsFuncSeq(p.forms, func(r rune) bool { return r == '|' || r == '\n' }) {
			names := strings.Split(strings.TrimSpace(forms), "/")
			for _, form := range names {
				all = append(all, post{form, names[0], p.rank})
				if first, rest, ok := strings.Cut(form, " "); ok && isShortened(form) {
					all = append(all, post{first + ". " + rest, names[0], p.rank}) // Lt. Col.
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b post) int { return cmp.Compare(len(b.form), len(a.form)) })
	return all
})

// Offices returns the posts that a text gives the people whom some of its names
// name: before the name ("Sen. Roe", "its chief executive, Jane Roe"), or behind
// it ("Jane Roe, the firm's chief executive,", "Roe is the chief executive").
func Offices(text string, names []Fact) []Office {
	var all []Office
	for _, n := range names {
		all = append(all, officesBefore(text, n)...)
		all = append(all, officesBehind(text, n)...)
	}
	return all
}

// The windows in which a post is looked for, in bytes.
const (
	beforeName = 48
	behindName = 90
)

// officesBefore reads the post that ends where a name begins.
func officesBefore(text string, n Fact) []Office {
	from := max(0, n.Start-beforeName)
	before := strings.TrimRight(asciiLower(text[from:n.Start]), " ,.\u00a0")
	for _, p := range postForms() {
		at := len(before) - len(p.form)
		if at < 0 || before[at:] != p.form || at > 0 && isWordByte(before[at-1]) || at == 0 && from > 0 {
			continue
		}
		if gap := text[from+len(before) : n.Start]; strings.Contains(gap, ",") && p.rank == "courtesy" || strings.Contains(gap, ".") && !isShortened(p.form) {
			return nil // "the mayor. Roe"
		}
		return []Office{newOffice(text, from+at, p, n)}
	}
	return nil
}

// isShortened reports whether a form ends in an abbreviation, which a period
// follows.
func isShortened(form string) bool {
	last := form[strings.LastIndexByte(form, ' ')+1:]
	return strings.Contains(" sen rep gov gen col maj capt lt sgt cpl adm cmdr mr ms mrs ", " "+last+" ")
}

// officesBehind reads the posts that a name is put beside or is said to hold:
// the first, and one joined to it by "and".
func officesBehind(text string, n Fact) []Office {
	rest := asciiLower(text[n.End:min(len(text), n.End+behindName)])
	at := 0
	for _, lead := range []string{", ", " (", " is ", " was ", " serves as ", " served as ", " became ", " becomes "} {
		if strings.HasPrefix(rest, lead) {
			at = len(lead)
		}
	}
	if at == 0 {
		return nil
	}
	if i := strings.IndexAny(rest[at:], ",;.()\n—"); i >= 0 {
		rest = rest[:at+i]
	}
	var all []Office
	for len(all) < 2 {
		p, start, ok := postIn(rest, at)
		if !ok || len(all) > 0 && strings.TrimSpace(rest[at:start]) != "and" {
			break
		}
		all = append(all, newOffice(text, n.End+start, p, n))
		at = start + len(p.form)
	}
	return all
}

// postIn finds the first post in words from an offset on, with no more before it
// than belongs to it: "the company's former", "a Saltby".
func postIn(words string, from int) (p post, at int, ok bool) {
	best := -1
	for _, candidate := range postForms() {
		i := strings.Index(words[from:], candidate.form)
		if i < 0 || candidate.rank == "courtesy" || best >= 0 && from+i >= best {
			continue
		}
		start, end := from+i, from+i+len(candidate.form)
		if start > 0 && isWordByte(words[start-1]) || end < len(words) && isWordByte(words[end]) {
			continue
		}
		if best < 0 || start < best {
			p, best = candidate, start
		}
	}
	const most = 4 // words before it
	if best < 0 || len(strings.Fields(words[from:best])) > most || leadsAway(words[from:best]) {
		return post{}, 0, false
	}
	return p, best, true
}

// leadsAway reports whether words before a post show that it is another's.
func leadsAway(words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(w string) bool {
		return strings.Contains(" who whose whom said says told by with from to under against than of for as not replacing succeeding deputy assistant acting aide wife husband son daughter brother sister ", " "+w+" ")
	})
}

func newOffice(text string, start int, p post, holder Fact) Office {
	span := claims.Span{Start: start, End: start + len(p.form)}
	return Office{Span: span, Text: span.In(text), Post: p.name, Rank: p.rank, Holder: holder}
}

// PostForms returns the forms of a post, folded as NameIndex.HasWord wants them.
func PostForms(name string) []string {
	var all []string
	for _, p := range postForms() {
		if p.name == name {
			all = append(all, strings.Join(nameWords(p.form), " "))
		}
	}
	return all
}

// HasPost reports whether a text has a post in any of its forms, and not only
// that of a deputy: a vice president is no president.
func HasPost(text, name string) bool {
	lower := asciiLower(text)
	return slices.ContainsFunc(postForms(), func(p post) bool {
		if p.name != name {
			return false
		}
		for at := 0; ; {
			i := strings.Index(lower[at:], p.form)
			if i < 0 {
				return false
			}
			start, end := at+i, at+i+len(p.form)
			if (start == 0 || !isWordByte(lower[start-1])) && (end == len(lower) || !isWordByte(lower[end])) && !isBelow(lower[:start]) {
				return true
			}
			at = end
		}
	})
}

// isBelow reports whether words end in one that makes the post behind them that
// of a deputy.
func isBelow(before string) bool {
	words := strings.FieldsFunc(before[max(0, len(before)-len("assistant-")):], func(r rune) bool { return r == ' ' || r == '-' || r == '\n' })
	if len(words) == 0 || !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "-") {
		return false
	}
	switch words[len(words)-1] {
	case "deputy", "vice", "assistant":
		return true
	}
	return false
}

// asciiLower returns a text in lower case as far as it is ASCII, so that offsets
// stay.
func asciiLower(text string) string {
	lower := []byte(text)
	for i, c := range lower {
		if 'A' <= c && c <= 'Z' {
			lower[i] = c + 'a' - 'A'
		}
	}
	return string(lower)
}

// SamePerson reports whether two names are likely to be of one person: the
// family names are the same, and the first names too where both are given, or
// one is an initial or a short form of the other's.
func SamePerson(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	return len(x) == 1 || len(y) == 1 || sameGivenName(x[0], y[0])
}

// FamilyName returns the last word of a name, folded; it is "" of no name.
func FamilyName(name string) string {
	words := nameWords(name)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
