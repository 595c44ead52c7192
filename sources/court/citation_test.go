package court

import (
	"testing"

	"stet/sources"
)

func TestCitation(t *testing.T) {
	tests := []struct {
		text  string
		want  sources.Docket
		taken string
	}{
		{"No. 4:24-cv-04722-YGR (N.D. Cal.), ECF", sources.Docket{Court: "cand", Case: "4:24-cv-04722-YGR"}, "No. 4:24-cv-04722-YGR (N.D. Cal.)"},
		{"Case No. 1:20-cv-00330 (S.D.N.Y. filed Mar. 2, 2020)", sources.Docket{Court: "nysd", Case: "1:20-cv-00330"}, "Case No. 1:20-cv-00330 (S.D.N.Y. filed Mar. 2, 2020)"},
		{"24 Civ. 4722 (JGK) (S.D.N.Y.)", sources.Docket{Court: "nysd", Case: "24 Civ. 4722 (JGK)"}, "24 Civ. 4722 (JGK) (S.D.N.Y.)"},
		{"No. 24-720 (9th Cir. 2024)", sources.Docket{Court: "ca9", Case: "24-720"}, "No. 24-720 (9th Cir. 2024)"},
		{"No. 24-720 shares", sources.Docket{}, ""},
		{"Release No. 34-90610", sources.Docket{}, ""},
		{"22-10964-mg (Bankr. S.D.N.Y.)", sources.Docket{Court: "nysb", Case: "22-10964-mg"}, "22-10964-mg (Bankr. S.D.N.Y.)"},
		{"Index No. 952002/2022", sources.Docket{Case: "952002/2022"}, "Index No. 952002/2022"},
		{"1:24-cv-00123 (the complaint)", sources.Docket{Case: "1:24-cv-00123"}, "1:24-cv-00123"},
		{"C.A. No. 2020-0001-JTL (Del. Ch.)", sources.Docket{Case: "2020-0001-JTL"}, "C.A. No. 2020-0001-JTL"},
		{"ECF No. 78-3 at 2", sources.Docket{Document: "78", Attachment: "3"}, "ECF No. 78-3"},
		{"Dkt. 1 at 3", sources.Docket{Document: "1"}, "Dkt. 1"},
		{"Dkt. No. 17.1", sources.Docket{Document: "17.1"}, "Dkt. No. 17.1"},
		{"Doc. 17-2 at 5", sources.Docket{Document: "17", Attachment: "2"}, "Doc. 17-2"},
		{"Docket Entry 12", sources.Docket{Document: "12"}, "Docket Entry 12"},
		{"NYSCEF Doc. No. 5", sources.Docket{Document: "5"}, "NYSCEF Doc. No. 5"},
		{"0001193125-24-012345,", sources.Docket{Accession: "0001193125-24-012345"}, "0001193125-24-012345"},
		{"docket hearing", sources.Docket{}, ""},
		{"", sources.Docket{}, ""},
	}
	for _, tt := range tests {
		got, size := Citation(tt.text)
		if got != tt.want || tt.text[:size] != tt.taken {
			t.Errorf("%q: %+v from %q, want %+v from %q", tt.text, got, tt.text[:size], tt.want, tt.taken)
		}
	}
}

func TestNamed(t *testing.T) {
	tests := []struct {
		address string
		want    sources.Docket
	}{
		{"gov.uscourts.cand.414822.1.0.pdf", sources.Docket{Court: "cand", CaseID: "414822", Document: "1"}},
		{"papers/gov.uscourts.cand.414822.78.3.pdf", sources.Docket{Court: "cand", CaseID: "414822", Document: "78", Attachment: "3"}},
		{"https://storage.courtlistener.com/recap/gov.uscourts.nysb.1/gov.uscourts.nysb.1.20.0_2.pdf", sources.Docket{Court: "nysb", CaseID: "1", Document: "20"}},
		{"gov.uscourts.ca1.12-2209.00106475093.0.pdf", sources.Docket{Court: "ca1", Case: "12-2209", Document: "00106475093"}},
		{"https://www.sec.gov/Archives/edgar/data/1318605/000119312524012345/d1.htm", sources.Docket{Accession: "0001193125-24-012345"}},
		{"https://www.sec.gov/Archives/edgar/data/1318605/0001193125-24-012345.txt", sources.Docket{Accession: "0001193125-24-012345"}},
		{"https://a.example/000119312524012345", sources.Docket{}},
		{"memo.pdf", sources.Docket{}},
	}
	for _, tt := range tests {
		if got := Named(tt.address); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.address, got, tt.want)
		}
	}
}

func TestCites(t *testing.T) {
	paper := sources.Docket{Court: "cand", Case: "4:24-cv-04722-YGR", Document: "17.1", Attachment: ""}
	tests := []struct {
		cited sources.Docket
		want  bool
	}{
		{sources.Docket{Case: "24-cv-4722", Document: "17.1"}, true},
		{sources.Docket{Case: "4:24-cv-04722", Document: "17"}, true},
		{sources.Docket{Court: "cand", Case: "4:24-cv-04722"}, true},
		{sources.Docket{Court: "nysd", Case: "4:24-cv-04722", Document: "17.1"}, false},
		{sources.Docket{Case: "5:24-cv-04722", Document: "17.1"}, false},
		{sources.Docket{Case: "4:24-cv-04722", Document: "17.1", Attachment: "2"}, false},
		{sources.Docket{Case: "4:24-cv-04722", Document: "171"}, false},
		{sources.Docket{Document: "17.1"}, false},
		{sources.Docket{Accession: "0001193125-24-012345"}, false},
		{sources.Docket{}, false},
	}
	for _, tt := range tests {
		if got := Cites(tt.cited, paper); got != tt.want {
			t.Errorf("Cites(%+v) = %v", tt.cited, got)
		}
	}
	if !Cites(sources.Docket{Case: "2020-0001-jtl"}, sources.Docket{Case: "2020-0001-JTL", Document: "1"}) {
		t.Error("a state's case is not found by its number")
	}
	if !Cites(sources.Docket{Accession: "0001193125-24-012345"}, Named("https://www.sec.gov/Archives/edgar/data/1/0001193125-24-012345.txt")) {
		t.Error("a filing is not found by its accession number")
	}
}

func TestPapersOfDocument(t *testing.T) {
	text := &sources.Text{Pages: []sources.Page{{}, {Stamps: []sources.Stamp{
		{Court: "USCA4", Case: "22-6079", Document: "17"}, {Case: "1:20-cv-00001", Document: "3", Attachment: "2"}}}}}
	got := Papers("gov.uscourts.mdd.777.3.2.pdf", text)
	want := []sources.Docket{
		{Court: "ca4", Case: "22-6079", Document: "17"}, {Court: "mdd", Case: "1:20-cv-00001", Document: "3", Attachment: "2"},
		{Court: "mdd", CaseID: "777", Document: "3", Attachment: "2"}}
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
	if got := Papers("memo.pdf", nil); got != nil {
		t.Errorf("papers of a memo: %+v", got)
	}
}
