package court

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"stet/sources"
)

// TestStampsOfAnyMake puts stamps together from what is seen of each field, in
// any order, spacing and wrapping, and wants each read as it was meant.
func TestStampsOfAnyMake(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 2026))
	failed := 0
	for range 1500 {
		page, want := madePage(r)
		stamps := Stamps(page)
		if len(stamps) == 1 && told(stamps[0]) == told(want) {
			continue
		}
		if failed++; failed <= 10 {
			t.Errorf("page %q\n got %+v\nwant %s", page, stamps, told(want))
		}
	}
	if failed > 0 {
		t.Errorf("%d pages misread", failed)
	}
}

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// maker puts one stamp together.
type maker struct {
	*rand.Rand
	want  sources.Stamp
	parts []string // of the stamp, the case number first
}

func madePage(r *rand.Rand) (page string, want sources.Stamp) {
	m := &maker{Rand: r}
	pick(r, m.district, m.district, m.bankruptcy, m.appeal)()
	stamp := m.print()
	body := []string{"1. Plaintiff is a resident of the county.", "2. Defendant says otherwise, and", "denies each paragraph."}
	if r.IntN(2) == 0 {
		body = append(body, stamp)
	} else {
		body = append([]string{stamp}, body...)
	}
	return strings.Join(body, pick(r, "\n", "\r\n")), m.want
}

func (m *maker) district() {
	m.want.Case = fmt.Sprintf("%d:%02d-%s-%05d%s", m.IntN(10), m.IntN(30), pick(m.Rand, "cv", "cr", "mc", "md", "mj", "po", "CV"), m.IntN(99999),
		pick(m.Rand, "", "-YGR", "-RMB-1", "-AC-DRG", "-O", "-wmc", "-Orl-37JBT", "-WKW-MHT-WHP", "-33TBM"))
	m.opens("Case ", "Case: ", "CASE ", "Case No. ", "Case:", "")
	m.fields(m.document, m.filed, m.page, m.maybe(m.pageID))
}

func (m *maker) bankruptcy() {
	m.want.Case = fmt.Sprintf("%s%02d-%05d%s", pick(m.Rand, "", "", "1-"), m.IntN(30), m.IntN(99999), pick(m.Rand, "-mg", "-TA", "-hdh11", "-JMC-11", "-FPC11"))
	m.opens("Case ", "Case: ", "Case:", "")
	m.document()
	m.parts = append(m.parts, pick(m.Rand, "Filed ", "Filed: ", "FILED ", "Filed:")+m.day(&m.want.Filed))
	m.parts = append(m.parts, pick(m.Rand, "Entered ", "Entered: ", "ENTERED ", "Ent. ", "EOD ")+m.day(&m.want.Entered)+" 10:58:09")
	m.parts = append(m.parts, pick(m.Rand, "", "Desc Main Document", "Main Document", "Desc Exhibit B", "Exhibit 3 - Deed", "Desc: Main Document"))
	m.page()
}

func (m *maker) appeal() {
	m.want.Case = fmt.Sprintf("%02d-%d", m.IntN(30), 100+m.IntN(50000))
	m.want.Court = pick(m.Rand, "", "USCA4", "USCA11", "USCA")
	label := pick(m.Rand, "Case: ", "Case ", "Appeal: ", "Case #")
	if m.want.Court != "" {
		label = m.want.Court + " " + label
	}
	m.opens(label)
	m.fields(m.document, m.filed, m.page, m.maybe(func() { m.parts = append(m.parts, "Entry ID: 5364336") }))
}

func (m *maker) opens(labels ...string) {
	m.parts = append(m.parts, pick(m.Rand, labels...)+m.want.Case)
}

// fields adds the fields in any order.
func (m *maker) fields(all ...func()) {
	m.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, add := range all {
		add()
	}
}

func (m *maker) maybe(add func()) func() {
	if m.IntN(2) == 0 {
		return func() {}
	}
	return add
}

func (m *maker) document() {
	number := pick(m.Rand, strconv.Itoa(1+m.IntN(2000)), "17.1", "00115928542")
	m.want.Document = number
	if m.IntN(3) == 0 {
		m.want.Attachment = strconv.Itoa(1 + m.IntN(40))
		number += "-" + m.want.Attachment
	}
	m.parts = append(m.parts, pick(m.Rand, "Document ", "Document #: ", "Document #", "Document: ", "Doc ", "Doc. #: ", "Doc#: ", "Doc # ", "Doc#:",
		"ECF No. ", "Entry Number ", "DktEntry: ", "Dkt # ", "Doc: ", "Doc. ")+number)
}

func (m *maker) filed() {
	filed := m.day(&m.want.Filed)
	label := pick(m.Rand, "Filed ", "Filed: ", "filed ", "FILED ", "Date Filed ", "Date Filed: ", "Filed:", "Filed in TXSD on ")
	if strings.Contains(label, "TXSD") {
		m.want.Court = "TXSD"
	}
	m.parts = append(m.parts, label+filed)
}

func (m *maker) day(to *string) string {
	year, month, date := 1996+m.IntN(34), 1+m.IntN(12), 1+m.IntN(28)
	*to = fmt.Sprintf("%d-%02d-%02d", year, month, date)
	return pick(m.Rand, fmt.Sprintf("%02d/%02d/%02d", month, date, year%100), fmt.Sprintf("%02d/%02d/%d", month, date, year), fmt.Sprintf("%d/%d/%d", month, date, year))
}

func (m *maker) page() {
	m.want.Page = 1 + m.IntN(900)
	label := pick(m.Rand, "Page ", "Page: ", "Pg ", "Pg: ", "Pg. ", "pg ", "Page", "Page  ", "")
	if strings.HasPrefix(label, "Pa") && m.IntN(3) == 0 {
		m.parts = append(m.parts, label+strconv.Itoa(m.want.Page))
		return
	}
	m.want.Of = m.want.Page + m.IntN(90)
	m.parts = append(m.parts, fmt.Sprintf("%s%d of %d", label, m.want.Page, m.want.Of))
}

func (m *maker) pageID() {
	m.want.PageID = strconv.Itoa(1 + m.IntN(50000))
	m.parts = append(m.parts, pick(m.Rand, "PageID: ", "Page ID #:", "PageID #:", "PageID #: ", "PageID.", "PageID# ", "PageID ", "Page ID # ", "PAGEID #: ", "Pg ID ")+m.want.PageID)
}

// print puts the parts in lines as printers and readers of PDF do.
func (m *maker) print() string {
	gap := pick(m.Rand, " ", "   ", ", ", "\t", "\u00a0\u00a0")
	line := strings.Join(m.parts, gap)
	switch m.IntN(6) {
	case 0: // wrapped between two fields
		at := 1 + m.IntN(len(m.parts)-1)
		line = strings.Join(m.parts[:at], gap) + "\n" + strings.Join(m.parts[at:], gap)
	case 1: // letters set apart
		if gap != "\t" {
			line = letterSpaced(strings.Join(m.parts, " "))
		}
	case 2: // read from a scan
		line = strings.NewReplacer("/", pick(m.Rand, "/ ", " /"), "-cv-", pick(m.Rand, " -cv- ", "- cv -")).Replace(line)
	}
	return line
}

func letterSpaced(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = strings.Join(strings.Split(w, ""), " ")
	}
	return strings.Join(words, "   ")
}

// TestProseIsNoStamp cites filings in sentences, broken into lines anywhere.
func TestProseIsNoStamp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2026))
	failed := 0
	for range 1500 {
		m := &maker{Rand: r}
		pick(r, m.district, m.appeal)()
		page := brokenLines(r, proseOn(m))
		if got := Stamps(page); len(got) > 0 {
			if failed++; failed <= 10 {
				t.Errorf("page %q\n got %+v", page, got)
			}
		}
	}
	if failed > 0 {
		t.Errorf("%d pages with invented stamps", failed)
	}
}

func proseOn(m *maker) string {
	number, date, document := m.want.Case, m.want.Filed[5:7]+"/"+m.want.Filed[8:]+"/"+m.want.Filed[2:4], m.want.Document
	page := strconv.Itoa(m.want.Page)
	return pick(m.Rand,
		"Case "+number+" was filed "+date+" in this court, as the docket shows.",
		"See Complaint, Smith v. Jones, No. "+number+" (N.D. Cal. filed "+date+"), ECF No. "+document+" at "+page+".",
		"In Case "+number+", Document "+document+", filed on "+date+", the court held at page "+page+" that it lacked jurisdiction.",
		"The parties stipulated (Case No. "+number+", Doc. "+document+", filed "+date+", page "+page+" of the exhibit) to dismissal.",
		"Plaintiff filed "+date+" a motion (Dkt. "+document+") in "+number+", which the court denied; Id. at "+page+".",
		"Smith v. Jones, Case "+number+" ................ "+page+", 12, 19\nDoe v. Roe, Case No. "+number+" (filed "+date+") .......... 7",
		"A copy of the order, Case "+number+" Document "+document+" Filed "+date+", is attached as Exhibit "+page+" to the declaration.",
		"Case No. "+number+"\nHearing Date: "+date+"\nDept.: "+page+"\nCOMPLAINT FOR DAMAGES",
		date+" "+document+" ORDER granting motion. Signed by Judge Doe on "+date+". Entered: "+date+". (Case "+number+")",
		"Related filings: Document "+document+", Document 12-1 and Document 19, all filed "+date+" in Case "+number+" by the defendant.",
	)
}

// brokenLines breaks a text into lines of one width.
func brokenLines(r *rand.Rand, text string) string {
	width, length := 18+r.IntN(60), 0
	var b strings.Builder
	for word := range strings.SplitSeq(text, " ") {
		if length > 0 && length+len(word) > width {
			b.WriteString("\n")
			length = 0
		} else if length > 0 {
			b.WriteString(" ")
		}
		b.WriteString(word)
		length += len(word) + 1
	}
	return b.String()
}
