package sources

// Docket names a paper filed with a court or with the Securities and Exchange
// Commission, as far as a stamp, a file's name or a citation tells. Every field
// may be empty.
type Docket struct {
	Court      string `json:"court,omitempty"`      // by RECAP's name: "cand", "nysb", "ca9", "cafc"
	Case       string `json:"case,omitempty"`       // the case number as written: "4:24-cv-04722-YGR"
	CaseID     string `json:"case_id,omitempty"`    // the case's number in the court's own database, as RECAP's file names have it
	Document   string `json:"document,omitempty"`   // the docket entry
	Attachment string `json:"attachment,omitempty"` // "" of the entry's main document
	Accession  string `json:"accession,omitempty"`  // the S.E.C.'s number of a filing: "0001193125-24-012345"
}
