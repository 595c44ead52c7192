// Package footnote reads what a footnote, a comment or an argument of `cite`
// names: a source, the words relied on, where they stand, and the rest.
//
// A source is an http(s) address, a file, a source that the ledger knows by
// name, or one held elsewhere, such as a call. After it, in any order, come a
// quotation, a locator and plain words:
//
//	https://www.larkfield.example/deal "a stake of 32 percent" p. 3, see also the chart
//
// A paper filed with a court is cited as lawyers do, a company's filing by its
// accession number:
//
//	Compl. ¶ 42, Doe v. Roe, No. 1:24-cv-00123 (S.D.N.Y.), ECF No. 1 at 3
//	0001193125-24-012345, p. 12
//
// A semicolon outside an address or a quotation begins another source; where
// what follows names none, it goes on about the source before it. What is said
// twice of one source (a second quotation, a second page) makes another
// reference to that source, so that each quotation is looked for by itself, in
// the place given for it. A quotation before its source, or after a word such
// as "headlined", is the source's title. "Ibid." and "Id." are the source
// before them in the same text.
package footnote

import (
	"stet/claims"
	"stet/sources"
)

// Reference is one source with what a text says of it. At most one of URL,
// Path, Name and Held is set; where none is, the text names no source and all
// of it is in Note.
type Reference struct {
	URL    string       `json:"url,omitempty"`    // an http or https address; "https://" is put before a "www." that has none
	Path   string       `json:"path,omitempty"`   // a relative or absolute file path, as written
	Name   string       `json:"name,omitempty"`   // the alias, code or id of a known source, as written
	Held   string       `json:"held,omitempty"`   // a source held elsewhere, as written but for runs of spaces
	Kind   sources.Kind `json:"kind,omitempty"`   // of Held, where its words tell; "" otherwise
	Person string       `json:"person,omitempty"` // of Held, where one is named
	Date   string       `json:"date,omitempty"`   // of Held, as written
	Title  string       `json:"title,omitempty"`  // the title given for the source, without its quotation marks
	// Quote is the words relied on, without the outer quotation marks and
	// without a comma that American punctuation puts before the last one.
	Quote string `json:"quote,omitempty"`
	// Docket is the paper that a docket citation names. The source is then in
	// Name where Known has it, with the citation as written in Note; else in
	// Held.
	Docket sources.Docket `json:"docket,omitzero"`
	// Locator says where the words stand. A range of paragraphs is in
	// Paragraph as "42-43"; a list of pages is the range that holds them all.
	Locator claims.Locator `json:"locator"`
	Note    string         `json:"note,omitempty"` // whatever else is said, as written
}

// HasSource reports whether the reference names a source.
func (r Reference) HasSource() bool {
	return r.URL != "" || r.Path != "" || r.Name != "" || r.Held != ""
}

// another returns a reference to the same source that says nothing more.
func (r Reference) another() Reference {
	return Reference{
		URL: r.URL, Path: r.Path, Name: r.Name, Held: r.Held,
		Kind: r.Kind, Person: r.Person, Date: r.Date, Title: r.Title, Docket: r.Docket,
	}
}

// Parse returns the references of text in reading order, none for a text
// without a letter or digit. No letter or digit of text is lost, apart from the
// grammar's own words ("p.", "para.", "at" before a time, "Ibid.").
func Parse(text string, known Known) []Reference {
	if !hasWord(text) {
		return nil
	}
	p, papers := parser{text: text}, dockets{known: known}
	for _, segment := range segments(scan(text, known.Name)) {
		p.segment(papers.settle(segment))
	}
	p.complete()
	return p.references
}

// segments splits parts at the semicolons, leaving out empty runs.
func segments(parts []part) [][]part {
	var split [][]part
	start := 0
	for i, p := range parts {
		if p.kind != separator {
			continue
		}
		if i > start {
			split = append(split, parts[start:i])
		}
		start = i + 1
	}
	if start < len(parts) {
		split = append(split, parts[start:])
	}
	return split
}
