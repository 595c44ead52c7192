package court

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"stet/sources"
)

// field is one part of a stamp, mostly a label with its value.
type field struct {
	form *regexp.Regexp
	// set stores what the form matched, m[0] being all of it. It returns false
	// where the stamp has such a part already: another stamp begins there.
	set   func(s *sources.Stamp, m []string) bool
	opens bool // a stamp may begin with it
	proof bool // only a filing system prints it, so that it needs few others
	plain bool // a number without a label, which proves nothing
}

// label matches what may stand between a field's name and its number.
const label = `(?: ?(?:No|NO|Number|NUMBER)\b\.?)? ?[#:.]{0,2} ?#? ?:? ?`

const caseLabel = `(?:Case|CASE|Appeal|APPEAL|Adv\.?(?: Proc\.?)?)` + label

// fields lists the parts of which stamps are made. The first whose form
// matches is taken, so that narrower forms stand before wider ones.
var fields = sync.OnceValue(func() []field {
	return slices.Concat(filingFields(), clerkFields(), []field{caseField()})
})

// filingFields are the parts of the stamps of the federal courts' CM/ECF and
// ACMS.
func filingFields() []field {
	return []field{
		opening(`(?:(USCA ?\d{0,2}|USCADC|USCAFC|USBC|BAP|Appellate) )?`+caseLabel+`(?:[A-Z]{2,4}/)?(`+district+`|`+docketed+`|(?:MDL|Pending) No\. \d{1,4})`, setCase),
		opening(`()(`+district+`|`+initialled+`)`, setCase),
		opening(`(U\.S\. (?:Bankruptcy|District) Court(?: ?- ?| )[A-Z][a-z]+(?: [A-Z][a-z]+)?) ?#(`+docketed+`)`, setCase),
		within(`Entered on ([A-Z]{4}) Docket `+date+clock, setDocketed),
		opening(`(?:Date )?(?:[Ff]iled|FILED)(?: Date)?:?(?: in (?:US[DB]C )?([A-Z]{2,4}(?:/[A-Z]{2})?)(?: on)?)?(?: on)? ?`+date+clock+`(?: in ([A-Z]{4})\b)?`, setFiled),
		within(`(?:Entered|ENTERED|Ent\.?|EOD|Docketed)(?: on)?:? ?`+date+clock, setEntered),
		plain(`()`+date+clock, setFiled),
		within(`(?:Document|DOCUMENT|Doc\b\.?|DOC\b\.?|ECF|Dkt\b\.?|DktEntry|Docket(?: Entry)?|Entry)`+label+`(\d[\d.]*(?:-\d+)?)`, setDocument),
		within(`# ?(\d+)\b`, setDocument),
		within(`Attachment:? (\d+)`, setAttachment),
		within(`(?:[.-] ?)?(?:(?:Page|PAGE|Pg) ?ID|PAGEID) ?[.#:]* ?#?:? ?(\d[\d,]*|<pageID>)`, setPageID),
		within(`(?:Total Pages: ?)?\(\d+ of \d+\)`, ignore),
		within(`(?:Pages|PAGES): ?(\d+)`, setPages),
		within(`(?:Page|PAGE|Pg|PG|P)[:.]? ?(\d+)(?: ?(?:of|OF|/) ?(\d+))?`, setPage),
		within(`(?:page|pg)[:.]? ?(\d+) ?of ?(\d+)`, setPage),
		plain(`(\d+) ?of ?(\d+)\b`, setPage),
		plain(`-(\d+)-`, setPage),
		within(`(USDC (?:(?:New|North|South|West|Rhode|Puerto) )?[A-Z][a-z]+)`, setCourt),
		within(`(?:Entry )?ID: ?\d+`, ignore),
		within(`CASE PARTICIPANTS ONLY`, ignore),
		within(`\*+ ?[A-Za-z][A-Za-z ]{2,30}\*+|\((?:[Cc]ourt [Oo]nly|[Ee]x [Pp]arte|[Ss]ealed|SEALED)\)|SEALED\b|Sealed\b`, ignore),
		within(`Main(?: Document)?\b|Document\b`, ignore),
		plain(`\d{6,7} (\d{1,4})$`, setPages),
		plain(`\d{6,}\b`, ignore),
	}
}

// opening returns a field with which a stamp may begin.
func opening(form string, set func(*sources.Stamp, []string) bool) field {
	return field{form: anchored(form), set: set, opens: true}
}

// within returns a field that stands behind others only.
func within(form string, set func(*sources.Stamp, []string) bool) field {
	return field{form: anchored(form), set: set}
}

// plain returns such a field without a label.
func plain(form string, set func(*sources.Stamp, []string) bool) field {
	return field{form: anchored(form), set: set, plain: true}
}

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

func setCourt(s *sources.Stamp, m []string) bool { return once(&s.Court, m[1]) }

func setDocketed(s *sources.Stamp, m []string) bool {
	return once(&s.Court, m[1]) && once(&s.Entered, day(m[2]))
}

// setFiled takes a date with the court that it may name before or behind it.
func setFiled(s *sources.Stamp, m []string) bool {
	court := m[1]
	if len(m) > 3 && m[3] != "" {
		court = m[3]
	}
	if court != "" {
		s.Court = court
	}
	return once(&s.Filed, day(m[2]))
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

// setPageID leaves out the name that a filing system prints where it should
// have put the number.
func setPageID(s *sources.Stamp, m []string) bool {
	if m[1] == "<pageID>" {
		return true
	}
	return once(&s.PageID, strings.TrimRight(m[1], ","))
}

func setPages(s *sources.Stamp, m []string) bool {
	s.Of = count(m[1])
	return true
}

func setPage(s *sources.Stamp, m []string) bool {
	if s.Page != 0 {
		return false
	}
	s.Page = count(m[1])
	if len(m) > 2 {
		s.Of = max(s.Of, count(m[2]))
	}
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
