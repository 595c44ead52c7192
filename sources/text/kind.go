package text

import (
	"net/url"
	"slices"
	"strings"

	"stet/sources"
	"stet/sources/court"
)

// GuessKind returns what kind of source t seems to be, read from the given
// address (a URL, a file path or ""), or "" where nothing says it clearly. It
// is a guess for a person to mend: a wrong kind costs a false finding, a
// missing one only a question.
func GuessKind(t *sources.Text, address string) sources.Kind {
	d := newDocument(t, address)
	for _, c := range clues {
		if c.holds(d) {
			return c.kind
		}
	}
	return ""
}

// clue says what makes a document be of a kind.
type clue struct {
	kind  sources.Kind
	holds func(d *document) bool
}

// clues lists the clues; the first that holds decides. Filings with a
// securities regulator stand before those with a court, for whose captions
// their accounts of law suits could be taken.
var clues = []clue{
	{sources.Dataset, isDataset},
	{sources.CompanyFiling, isCompanyFiling},
	{sources.CourtFiling, isCourtFiling},
	{sources.CourtTranscript, isCourtTranscript},
	{sources.EarningsCall, isEarningsCall},
	{sources.SocialPost, isSocialPost},
	{sources.PressRelease, isPressRelease},
	{sources.OfficialRecord, isOfficialRecord},
	{sources.Memo, isMemo},
	{sources.Email, isEmail},
	{sources.Contract, isContract},
	{sources.NewsReport, isNewsReport},
}

// headWindow is how many bytes of a text its kind is read from.
const headWindow = 3000

// document is a text as the clues see it.
type document struct {
	*sources.Text
	host string // of its address, without "www."; "" of a file
	path string // of its address, in lower case
	head string // its title and first words, in lower case, spaces folded
	top  string // its first words as they are
}

func newDocument(t *sources.Text, address string) *document {
	d := &document{Text: t, path: strings.ToLower(address)}
	if u, err := url.Parse(address); err == nil && sources.IsURL(address) {
		d.host = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		d.path = strings.ToLower(u.Path)
	}
	d.top = strings.ToValidUTF8(t.Body[:min(len(t.Body), headWindow)], "")
	d.head = strings.Join(strings.Fields(strings.ToLower(t.Title+" "+d.top)), " ")
	return d
}

// on reports whether the document is on one of the sites, or below it.
func (d *document) on(sites ...string) bool {
	return slices.ContainsFunc(sites, func(site string) bool {
		return d.host == site || strings.HasSuffix(d.host, "."+site)
	})
}

// in reports whether the document's address lies in one of the folders.
func (d *document) in(folders ...string) bool {
	parts := strings.Split(d.path, "/")
	return d.host != "" && slices.ContainsFunc(folders, func(f string) bool { return slices.Contains(parts[:len(parts)-1], f) })
}

// says reports whether the document opens with any of the words.
func (d *document) says(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(d.head, w) })
}

// field reports whether one of the first lines begins with one of the names of
// a letter's fields.
func (d *document) field(names ...string) bool {
	for line := range strings.Lines(d.top[:min(len(d.top), 1200)]) {
		line = strings.ToUpper(strings.TrimSpace(line))
		if slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(line, name+":") }) {
			return true
		}
	}
	return false
}

func isDataset(d *document) bool {
	return d.MediaType == csvType || d.MediaType == tsvType
}

func isCompanyFiling(d *document) bool {
	return d.on("sec.gov") && strings.Contains(d.path, "edgar") ||
		d.says("securities and exchange commission") && d.says("form 10-k", "form 10-q", "form 8-k", "form s-1", "form 20-f", "schedule 14a", "current report pursuant")
}

func isCourtFiling(d *document) bool {
	return court.IsFiling(d.Text) || strings.Contains(d.path, "gov.uscourts.") ||
		d.on("uscourts.gov") && strings.Contains(d.host, "ecf")
}

func isCourtTranscript(d *document) bool {
	return strings.Count(d.Body, "THE COURT:") >= 3 || d.says("transcript of proceedings", "reporter's transcript", "reporter’s transcript")
}

func isEarningsCall(d *document) bool {
	return d.says("earnings call", "earnings conference call", "results conference call") &&
		(strings.Contains(d.Body, "Operator:") || strings.Contains(d.Body, "Operator\n") || d.says("prepared remarks"))
}

func isSocialPost(d *document) bool {
	return d.on("x.com", "twitter.com", "bsky.app", "threads.net", "truthsocial.com", "facebook.com", "instagram.com") ||
		d.on("linkedin.com") && d.in("posts", "feed")
}

func isOfficialRecord(d *document) bool {
	return d.on("congress.gov", "federalregister.gov", "govinfo.gov", "legislation.gov.uk", "eur-lex.europa.eu")
}

func isMemo(d *document) bool {
	return d.field("TO") && d.field("FROM") && (d.field("RE") || d.field("SUBJECT") && d.says("memo"))
}

func isEmail(d *document) bool {
	return d.MediaType == emlType || d.field("TO") && d.field("FROM") && d.field("SUBJECT") && d.field("SENT", "DATE", "CC", "MESSAGE-ID")
}

func isContract(d *document) bool {
	return d.says("agreement") && d.says("by and between", "by and among", "is made between") && d.says("whereas", "effective date", "hereinafter")
}
