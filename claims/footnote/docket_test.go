package footnote_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stet/claims"
	"stet/claims/footnote"
	"stet/sources"
)

// ledger knows three sources by name and one paper by its docket: the first of
// case 24-cv-4722 in California.
var ledger = footnote.Known{Name: known, Paper: func(d sources.Docket) string {
	of := sources.Docket{Court: "cand", Case: "4:24-cv-04722-YGR", Document: "1"}
	if d.Case == "" {
		d.Case = of.Case // a short citation within the case before
	}
	if footnote.Cites(d, of) {
		return "S-0009"
	}
	return ""
}}

var docketTests = []struct {
	name string
	text string
	want []reference
}{
	{"full", `Complaint ¶ 42, Doe v. Roe, No. 4:24-cv-04722-YGR (N.D. Cal.), ECF No. 1 at 3 "words relied on"`,
		[]reference{{Name: "S-0009", Quote: "words relied on", Locator: claims.Locator{Page: "3", Paragraph: "42"}, Note: "Complaint; Doe v. Roe, No. 4:24-cv-04722-YGR (N.D. Cal.), ECF No. 1"}}},
	{"case alone", "No. 4:24-cv-04722-YGR (N.D. Cal.)", []reference{{Name: "S-0009", Note: "No. 4:24-cv-04722-YGR (N.D. Cal.)"}}},
	{"entry before its case", "Dkt. 1 at 3, Doe v. Roe, 24-cv-4722 (N.D. Cal. Aug. 5, 2024)",
		[]reference{{Name: "S-0009", Locator: page("3"), Note: "Dkt. 1; Doe v. Roe, 24-cv-4722 (N.D. Cal. Aug. 5, 2024)"}}},
	{"entry alone", `Dkt. 1 at 3 "the words here"`, []reference{{Name: "S-0009", Quote: "the words here", Locator: page("3"), Note: "Dkt. 1"}}},
	{"page behind a comma", "ECF No. 1, at 3-4", []reference{{Name: "S-0009", Locator: claims.Locator{Page: "3", PageEnd: "4"}, Note: "ECF No. 1"}}},
	{"in brackets", "(ECF No. 1 ¶ 7)", []reference{{Name: "S-0009", Locator: claims.Locator{Paragraph: "7"}, Note: "ECF No. 1"}}},
	{"an unknown entry of a known case", "No. 4:24-cv-04722-YGR (N.D. Cal.), Docket Entry 12-1 at 5",
		[]reference{{Held: "No. 4:24-cv-04722-YGR (N.D. Cal.), Docket Entry 12-1", Kind: sources.CourtFiling, Locator: page("5"), Note: "No. 4:24-cv-04722-YGR (N.D. Cal.)"}}},
	{"another court", "No. 4:24-cv-04722 (S.D.N.Y.), ECF No. 1",
		[]reference{{Held: "No. 4:24-cv-04722 (S.D.N.Y.), ECF No. 1", Kind: sources.CourtFiling, Note: "No. 4:24-cv-04722 (S.D.N.Y.)"}}},
	{"the case of the segment before", "No. 1:20-cv-00001, ECF No. 5 at 2; ECF No. 7 at 9", []reference{
		{Held: "No. 1:20-cv-00001, ECF No. 5", Kind: sources.CourtFiling, Locator: page("2"), Note: "No. 1:20-cv-00001"},
		{Held: "No. 1:20-cv-00001, ECF No. 7", Kind: sources.CourtFiling, Locator: page("9")}}},
	{"an address is the source", "https://a.example/complaint.pdf, ECF No. 1 at 3", []reference{{URL: "https://a.example/complaint.pdf", Locator: page("3"), Note: "ECF No. 1"}}},
	{"an entry that nothing tells", "ECF No. 99 is sealed", []reference{{Note: "ECF No. 99 is sealed"}}},
	{"accession number", "Larkfield 10-K, accession no. 0001193125-24-012345, p. 12",
		[]reference{{Held: "accession no. 0001193125-24-012345", Kind: sources.CompanyFiling, Locator: page("12"), Note: "Larkfield 10-K"}}},
	{"a number of something else", "Release No. 34-90610, call 24-720", []reference{{Note: "Release No. 34-90610, call 24-720"}}},
	{"same source", `ECF No. 1 at 3; Id. at 5`, []reference{{Name: "S-0009", Locator: page("3"), Note: "ECF No. 1"}, {Name: "S-0009", Locator: page("5")}}},
}

func TestParseDockets(t *testing.T) {
	for _, tt := range docketTests {
		t.Run(tt.name, func(t *testing.T) {
			got := footnote.Parse(tt.text, ledger)
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(reference{}, "Docket")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestDocketOfReference(t *testing.T) {
	got := footnote.Parse("No. 1:20-cv-00001-AB (D. Mass.), ECF No. 5-2 at 2", footnote.Known{})
	want := sources.Docket{Court: "mad", Case: "1:20-cv-00001-AB", Document: "5", Attachment: "2"}
	if len(got) != 1 || got[0].Docket != want {
		t.Errorf("got %+v, want docket %+v", got, want)
	}
}
