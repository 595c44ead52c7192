package court

import (
	"regexp"
	"strings"
	"sync"

	"stet/sources"
)

// Papers returns what papers a document is: that which its address says, by
// RECAP's file names and EDGAR's paths, with those whose stamps its first
// stamped page bears. A paper that was filed again bears several. T may be nil
// where the document was not read.
func Papers(address string, t *sources.Text) []sources.Docket {
	named := Named(address)
	var papers []sources.Docket
	for _, s := range firstStamps(t) {
		if s.Case != "" {
			papers = append(papers, sources.Docket{Court: courtOf(s, named), Case: s.Case, Document: s.Document, Attachment: s.Attachment})
		}
	}
	if named != (sources.Docket{}) {
		papers = append(papers, named)
	}
	return papers
}

func firstStamps(t *sources.Text) []sources.Stamp {
	if t == nil {
		return nil
	}
	for _, p := range t.Pages {
		if len(p.Stamps) > 0 {
			return p.Stamps
		}
	}
	return nil
}

// courtOf returns the court that a stamp says, or that the file's name says of
// the same document.
func courtOf(s sources.Stamp, named sources.Docket) string {
	switch {
	case courtNamed(s.Court) != "":
		return courtNamed(s.Court)
	case named.Document == s.Document:
		return named.Court
	}
	return ""
}

// recapName is a file's name as RECAP and CourtListener give it: court, case,
// document, attachment. An appeal's case is its docket number.
// https://www.courtlistener.com/help/api/bulk-data/ describes the archive.
var recapName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`gov\.uscourts\.([a-z0-9]{3,6})\.([0-9-]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:[._][^/]*)?(?:[/?#]|$)`)
})

// edgarPath is a filing's folder or file on EDGAR, with the accession number
// with or without hyphens.
var edgarPath = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)/edgar/.*?\b(\d{10})-?(\d{2})-?(\d{6})\b`)
})

// Named returns the paper that a file's name or address names, or the zero
// Docket.
func Named(address string) sources.Docket {
	if all := recapName().FindAllStringSubmatch(address, -1); all != nil {
		m := all[len(all)-1]
		d := sources.Docket{Court: m[1], CaseID: m[2], Document: m[3], Attachment: strings.TrimLeft(m[4], "0")}
		if strings.Contains(d.CaseID, "-") {
			d.Case, d.CaseID = d.CaseID, ""
		}
		return d
	}
	if m := edgarPath().FindStringSubmatch(address); m != nil {
		return sources.Docket{Accession: strings.Join(m[1:], "-")}
	}
	return sources.Docket{}
}

// Cites reports whether a citation of c names paper p: case and document agree,
// or the accession number, and nothing that both tell differs. A citation
// without a document names any paper of its case.
func Cites(c, p sources.Docket) bool {
	if c.Accession != "" || p.Accession != "" {
		return c.Accession == p.Accession
	}
	return sameCase(c, p) && (c.Document == "" || sameDocument(c, p))
}

func sameCase(c, p sources.Docket) bool {
	switch {
	case c.Court != "" && p.Court != "" && c.Court != p.Court:
		return false
	case c.Case != "" && p.Case != "":
		return caseKey(c.Case) == caseKey(p.Case) && agree(office(c.Case), office(p.Case))
	}
	return c.CaseID != "" && c.CaseID == p.CaseID && c.Court == p.Court
}

// caseKey returns what names a case for comparison, of a state's number all of
// it.
func caseKey(number string) string {
	if key := Key(number); key != "" {
		return key
	}
	return strings.ToUpper(number)
}

// sameDocument compares docket entries. The Ninth Circuit numbers the papers of
// an entry 17.1, 17.2; a citation of the entry means the first.
func sameDocument(c, p sources.Docket) bool {
	cited, filed := strings.TrimLeft(c.Document, "0"), strings.TrimLeft(p.Document, "0")
	return (cited == filed || cited+".1" == filed) && c.Attachment == p.Attachment
}

// office returns the office of a case number: "4" of "4:24-cv-04722". Courts
// number the cases of each office apart.
func office(number string) string {
	before, _, ok := strings.Cut(number, ":")
	if !ok {
		return ""
	}
	return before
}

// agree reports whether two values are the same, as far as both are known.
func agree(a, b string) bool { return a == "" || b == "" || a == b }
