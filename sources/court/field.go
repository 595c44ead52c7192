package court

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"stet/sources"
)

// number is a docket number as stamps print it: office, year, type, number and
// judges, most of which may be missing; or a New York index number.
const number = `(?:\d{1,2}:)?\d{2,4}-(?:[A-Za-z]{2,4}-)?\d{1,6}(?:-[A-Za-z0-9]{2,6}){0,4}`

const date = `(\d{2}/\d{2}/\d{4}|\d{2}/\d{2}/\d{2})\b`

// startForm finds where a stamp begins: at a case number with or without its
// label, or at the word Filed before a date.
var startForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:(?:USCA\d{0,2}|USCADC|Appellate) )?(?:Case|Appeal)(?: No\.?)? ?[:#]? ?` + number +
		`|^(?:\d{1,2}:\d{2}-[a-z]{2}-\d+|\d{2}-\d{5}-[a-z]{2,4} )|^Filed ` + date + `|FILED: [A-Z .'-]{3,40} CLERK`)
})

// field is one labelled part of a stamp. Its set stores what the form matched,
// or returns false where the stamp has such a part already.
type field struct {
	form *regexp.Regexp
	set  func(s *sources.Stamp, m []string) bool
}

// fields lists the parts of stamps. The first whose form matches is taken, so
// that narrower forms stand before wider ones.
var fields = sync.OnceValue(func() []field {
	return []field{
		{anchored(`(?:(USCA\d{0,2}|USCADC|Appellate) )?(?:Case|Appeal)(?: No\.?)? ?[:#]? ?(` + number + `)`), setCase},
		{anchored(`()(\d{1,2}:\d{2}-[a-z]{2}-\d+(?:-[A-Za-z0-9]{2,6}){0,4}|\d{2}-\d{5}-[a-z]{2,4})\b`), setCase},
		{anchored(`FILED: ([A-Z .'-]{3,40} CLERK) ` + date + `(?: \d{1,2}:\d{2} [AP]M)?`), setClerk},
		{anchored(`INDEX NO\. ?(\d{1,7}/\d{4})`), setIndex},
		{anchored(`NYSCEF DOC\. NO\. ?(\d+)`), setDocument},
		{anchored(`RECEIVED NYSCEF: ?` + date), ignore},
		{anchored(`Entered on ([A-Z]{4}) Docket ` + date), setDocketed},
		{anchored(`(?:Date )?[Ff]iled:? ` + date + `(?: in ([A-Z]{4}))?`), setFiled},
		{anchored(`Entered:? ` + date + `(?: \d{1,2}:\d{2}(?::\d{2})?)?`), setEntered},
		{anchored(date), setFiled},
		{anchored(`(?:Document|Doc|ECF No\.|DktEntry|Entry Number|Dkt\.?)(?: No\.?)? ?#? ?:? ?#? ?(\d[\d.]*(?:-\d+)?)`), setDocument},
		{anchored(`Attachment (\d+)`), setAttachment},
		{anchored(`(?:PageID|Page ID) ?[.#:]* ?#?:? ?\d+`), ignore},
		{anchored(`(?:Pages|PAGES): ?(\d+)`), setPages},
		{anchored(`(?:Page|Pg|pg|page)[:.]? ?(\d+)(?: of (\d+))?`), setPage},
		{anchored(`(\d+) of (\d+)\b`), setPage},
		{anchored(`(USDC [A-Z][a-z]+(?: [A-Z][a-z]+)?)`), setCourt},
		{anchored(`(?:Entry )?ID: ?\d+`), ignore},
		{anchored(`\d{6,}\b`), ignore},
	}
})

func anchored(form string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + form + `)`) }

func ignore(*sources.Stamp, []string) bool { return true }

// once stores v in *to unless something stands there.
func once(to *string, v string) bool {
	if *to != "" {
		return false
	}
	*to = v
	return true
}

func setCase(s *sources.Stamp, m []string) bool {
	if !once(&s.Case, m[2]) {
		return false
	}
	if m[1] != "Appellate" {
		s.Court = m[1]
	}
	return true
}

func setIndex(s *sources.Stamp, m []string) bool { return once(&s.Case, m[1]) }

func setCourt(s *sources.Stamp, m []string) bool { return once(&s.Court, m[1]) }

func setClerk(s *sources.Stamp, m []string) bool {
	return once(&s.Court, m[1]) && once(&s.Filed, day(m[2]))
}

func setDocketed(s *sources.Stamp, m []string) bool {
	return once(&s.Court, m[1]) && once(&s.Entered, day(m[2]))
}

func setFiled(s *sources.Stamp, m []string) bool {
	if len(m) > 2 && m[2] != "" {
		s.Court = m[2]
	}
	return once(&s.Filed, day(m[1]))
}

func setEntered(s *sources.Stamp, m []string) bool { return once(&s.Entered, day(m[1])) }

// setDocument parts "78-3" into document and attachment.
func setDocument(s *sources.Stamp, m []string) bool {
	document, attachment, _ := strings.Cut(strings.TrimRight(m[1], "."), "-")
	if attachment != "" {
		s.Attachment = attachment
	}
	return once(&s.Document, document)
}

func setAttachment(s *sources.Stamp, m []string) bool {
	s.Attachment = m[1]
	return true
}

func setPages(s *sources.Stamp, m []string) bool {
	s.Of = count(m[1])
	return true
}

func setPage(s *sources.Stamp, m []string) bool {
	if s.Page != 0 {
		return false
	}
	s.Page, s.Of = count(m[1]), max(s.Of, count(m[2]))
	return true
}

// count returns a page number, or 0 where s is none that a filing could have.
func count(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n > 1_000_000 {
		return 0
	}
	return n
}
