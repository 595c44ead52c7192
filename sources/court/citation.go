package court

import (
	"regexp"
	"strings"
	"sync"

	"stet/sources"
)

// citedCase is a case number with the label before and the court in brackets
// behind it. Group 1 is a number that shows what it is, 2 one that needs its
// label, 3 the words in brackets.
var citedCase = sync.OnceValue(func() *regexp.Regexp {
	const (
		before = `(?:(?:(?:Civil|Criminal|Civ\.|Crim\.) )?(?:Action|Case|Docket|Appeal|Index|File|C\.A\.|Adv\. Proc\.) )?`
		typed  = `(?:` + district + `|` + initialled + `|\d{2,4}[- ]?(?:cv|cr|bk|ap|mc|md|mj|Civ\.?|Crim\.?|Cr\.?|CV|CR)[- ]?\d{1,6}` + judges + `)\b(?: \([A-Z]{2,4}\))*`
		bare   = docketed + `|\d{4,7}/\d{4}`
	)
	return regexp.MustCompile(`^` + before + `(?:(?:No|Nos|no|NO)\.:? ?)?(` + typed + `)` + bracketed +
		`|^` + before + `(?:No|NO|no)\.:? ?(` + bare + `)\b` + bracketed)
})

// bracketed is the court behind a case number.
const bracketed = `(?:,? ?\(([^()]{2,60})\))?`

// citedEntry is an entry of a docket: "ECF No. 78-3", "Dkt. 1", "Docket Entry 12".
var citedEntry = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:ECF|(?:NYSCEF )?(?:Doc|DOC|Document)\b\.?|D(?:kt|KT|ocket)\b\.?(?: (?:Entry|Item))?|DktEntry:?|D\. ?[EI]\.|DE|dkt\.)(?: ?(?:No\.?|NO\.?|no\.|#))? ?#? ?(\d{1,14}(?:\.\d{1,3})?)(?:-(\d{1,3}))?\b`)
})

var citedAccession = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:SEC )?[Aa]ccession (?:[Nn]o\.?|[Nn]umber):? ?)?(\d{10}-\d{2}-\d{6})\b`)
})

// Citation reads the docket citation that s begins with, and returns how many
// bytes of s it takes, 0 where there is none. It reads one part: a case number
// with its court, an entry on a docket, or an accession number. A number
// without a type ("No. 24-720") must have its court behind it, or Delaware's
// "C.A." before it, since much else is numbered so.
func Citation(s string) (d sources.Docket, size int) {
	if m := citedAccession().FindStringSubmatch(s); m != nil {
		return sources.Docket{Accession: m[1]}, len(m[0])
	}
	if m := citedCase().FindStringSubmatch(s); m != nil {
		court := courtNamed(m[2] + m[4])
		switch {
		case m[1] != "":
			return sources.Docket{Court: court, Case: m[1]}, caseEnd(m[0], m[2], court)
		case court != "" || strings.Contains(m[3], "/") || strings.HasPrefix(s, "C.A. "):
			return sources.Docket{Court: court, Case: m[3]}, caseEnd(m[0], m[4], court)
		}
	}
	if m := citedEntry().FindStringSubmatch(s); m != nil {
		return sources.Docket{Document: m[1], Attachment: m[2]}, len(m[0])
	}
	return sources.Docket{}, 0
}

// caseEnd returns how long a citation of a case is: without what stands in
// brackets behind it, where that is no court.
func caseEnd(cited, brackets, court string) int {
	if brackets != "" && court == "" {
		return len(strings.TrimRight(strings.TrimSuffix(cited, "("+brackets+")"), ", "))
	}
	return len(cited)
}
