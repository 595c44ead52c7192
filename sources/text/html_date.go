package text

import (
	"cmp"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/html"
)

// published returns when the page was published: as its metadata says, as
// readers see it near the headline, or as its address has it. Where a time in
// UTC falls on another day than the one readers see, theirs is taken.
func (p *profile) published() string {
	seen := cmp.Or(p.addressDate(), p.seenDate())
	said := timeString(cmp.Or(p.ld.published, p.firstNamed(dateNames...)))
	if said == "" || !isDate(said) {
		return cmp.Or(isoDate(said), seen, p.lastDate(), said)
	}
	if isNextDay(said, seen) {
		return seen
	}
	return said
}

// dateNames are the meta elements that tell when a page was published, best
// first.
var dateNames = []string{
	"article:published_time", "article:published", "datepublished", "og:published_time", "og:pubdate", "parsely-pub-date", "pubdate", "publishdate",
	"publish-date", "publish_date", "published_date", "sailthru.date", "citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date",
	"prism.publicationdate", "citation_publication_date", "citation_date", "article.published", "cxenseparse:recs:publishtime", "date", "itemprop:datepublished",
}

// lastDate returns when the page was changed or made, where it says nothing
// about when it was published.
func (p *profile) lastDate() string {
	return isoDate(p.firstNamed("article:modified_time", "og:updated_time", "last-modified", "itemprop:datemodified", "itemprop:datecreated"))
}

// seenDate returns the date that readers see: that of the first time element,
// else of the first element set as a date, else of the words that follow the
// headline.
func (p *profile) seenDate() string {
	for _, is := range []func(*html.Node) bool{isTime, isDateElement} {
		for n := range p.doc.Descendants() {
			if n.Type != html.ElementNode || !is(n) || isAside(n) {
				continue
			}
			if d := cmp.Or(isoDate(attr(n, "datetime")), isoDate(attr(n, "content")), isoDate(wordsOf(n))); d != "" {
				return d
			}
		}
	}
	if p.heading == nil {
		return ""
	}
	return isoDate(wordsAfter(p.heading, 200))
}

func isTime(n *html.Node) bool { return n.Data == "time" }

// dateParts are parts of the class, id or itemprop of elements that hold a date
// and little else.
var dateParts = []string{"date", "published", "timestamp", "posted-on", "post-time", "post-meta", "entry-meta", "article-meta", "byline"}

func isDateElement(n *html.Node) bool {
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "itemprop"))
	for _, part := range dateParts {
		if strings.Contains(name, part) {
			return n.Data != "body" && n.Data != "html" && n.Data != "article" && len(wordsOf(n)) < 200
		}
	}
	return false
}

// wordsAfter returns about so many bytes of words that follow an element.
func wordsAfter(n *html.Node, most int) string {
	var b strings.Builder
	for ; n != nil && b.Len() < most; n = n.Parent {
		for next := n.NextSibling; next != nil && b.Len() < most; next = next.NextSibling {
			if next.Type == html.TextNode {
				b.WriteString(next.Data + " ")
			} else if next.Type == html.ElementNode && !isHidden(next) {
				b.WriteString(wordsOf(next) + " ")
			}
		}
		if n.Data == "article" || n.Data == "main" {
			break
		}
	}
	return b.String()[:min(b.Len(), most)]
}

// addressDate returns the date in an address such as /2026/05/03/bridge.
func (p *profile) addressDate() string {
	u, err := url.Parse(p.address)
	if err != nil {
		return ""
	}
	m := inAddress().FindStringSubmatch(u.Path)
	if m == nil {
		return ""
	}
	return dateOf(m[1], m[2], m[3])
}

var inAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:\D|$)`)
})

// The forms in which dates are written. Of one in figures alone the day comes
// first where it must, being over 12, and the month where that must.
var (
	inFigures = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?:\b|T)|\b(\d\d?)([-/.])(\d\d?)[-/.]((?:19|20)\d\d)\b`)
	})
	inWords = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:(\d\d?)(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(\pL{3,10})\.?,?\s+(?:de\s+)?|(\pL{3,10})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+)((?:19|20)\d\d)\b`)
	})
)

// isoDate returns the first date in some words as YYYY-MM-DD, with the time
// where a machine wrote it, or "".
func isoDate(words string) string {
	if words = strings.TrimSpace(words); words == "" {
		return ""
	}
	if machine := timeString(words); isDate(machine) {
		return machine
	}
	if m := inWords().FindStringSubmatch(words); m != nil {
		if month := monthOf(cmp.Or(m[2], m[3])); month != 0 {
			return dateOf(m[5], strconv.Itoa(month), cmp.Or(m[1], m[4]))
		}
	}
	m := inFigures().FindStringSubmatch(words)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return dateOf(m[1], m[2], m[3])
	case m[5] == ".": // as on the continent
		return dateOf(m[7], m[6], m[4])
	}
	if first, _ := strconv.Atoi(m[4]); first > 12 {
		return dateOf(m[7], m[6], m[4])
	}
	if second, _ := strconv.Atoi(m[6]); second > 12 || m[4] == m[6] {
		return dateOf(m[7], m[4], m[6])
	}
	return "" // nobody can tell
}

// dateOf returns a date as RFC 3339 has it, or "" where there is no such day.
func dateOf(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return ""
	}
	return t.Format(time.DateOnly)
}

// months are the beginnings of the months' names in English, German, French,
// Spanish, Italian and Dutch.
var months = [12]string{"jan ene gen jän", "feb fév fev", "mar mär maa mrt", "apr avr abr", "may mai mei mag", "jun jui giu", "jul juil lug", "aug aoû aou ago",
	"sep set", "oct okt ott", "nov", "dec dez déc dic"}

func monthOf(name string) int {
	name = strings.ToLower(name)
	if strings.HasPrefix(name, "juil") {
		return 7
	}
	for i, beginnings := range months {
		for b := range strings.FieldsSeq(beginnings) {
			if strings.HasPrefix(name, b) {
				return i + 1
			}
		}
	}
	return 0
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	return err == nil
}

// isNextDay reports whether a time in UTC falls on the day after a date that
// readers see, or the day before it.
func isNextDay(said, seen string) bool {
	t, err := time.Parse(time.RFC3339, said)
	if err != nil || !isDate(seen) {
		return false
	}
	_, offset := t.Zone()
	day, err := time.Parse(time.DateOnly, seen[:len(time.DateOnly)])
	apart := t.Truncate(24 * time.Hour).Sub(day)
	return err == nil && offset == 0 && (apart == 24*time.Hour || apart == -24*time.Hour)
}

// timeString returns a date or time as RFC 3339 writes it, or s as it is where
// it is none that machines write.
func timeString(s string) string {
	s = trimmed(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00", time.RFC1123Z} {
		if t, err := time.Parse(layout, s); err == nil {
			return known(t, time.RFC3339)
		}
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006/01/02", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return known(t, time.DateOnly)
		}
	}
	return s
}

// known formats a time, but for the year 1, which stands for "no time" on pages
// made by programs.
func known(t time.Time, layout string) string {
	if t.Year() <= 1 {
		return ""
	}
	return t.Format(layout)
}
