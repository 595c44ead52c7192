package court

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

// stampWants holds what each row of Forms says, in its order.
var stampWants = []sources.Stamp{
	{Case: "4:24-cv-04722-YGR", Document: "1", Filed: "2024-08-05", Page: 3, Of: 83},
	{Case: "1:24-cr-00234-RMB", Document: "1", Filed: "2024-04-03", Page: 1, Of: 18},
	{Case: "2:19-cv-01234-ABC-DEF", Document: "88", Filed: "2020-04-05", Page: 7, Of: 30},
	{Case: "1:20-cv-01234", Document: "55", Filed: "2021-03-02", Page: 5, Of: 12},
	{Case: "3:24-cv-00304-MPM-JMV", Document: "1", Filed: "2024-09-25", Page: 1, Of: 7},
	{Case: "2:12-cv-13821-AC-DRG", Document: "1", Filed: "2012-08-29", Page: 1, Of: 6},
	{Court: "USDC Colorado", Case: "1:25-cv-01340-RTG", Document: "1", Filed: "2025-04-29", Page: 1, Of: 20},
	{Court: "TXSD", Case: "1:26-cv-00485", Document: "1", Filed: "2026-04-30", Page: 1, Of: 59},
	{Court: "FLSD", Case: "0:16-cv-61234", Document: "118", Entered: "2023-03-27", Page: 1, Of: 2},
	{Case: "2:26-cv-00123", Document: "1", Filed: "2026-02-17", Page: 1, Of: 5},
	{Case: "8:19-bk-10049-TA", Document: "1", Filed: "2024-04-03", Entered: "2024-04-03", Page: 1, Of: 9},
	{Case: "22-10964-mg", Document: "78", Attachment: "3", Filed: "2022-07-21", Entered: "2022-07-21", Page: 1, Of: 2},
	{Case: "21-23295", Document: "19", Filed: "2021-11-02"},
	{Case: "08-9007", Document: "00115928542", Filed: "2009-07-30", Page: 1},
	{Case: "21-2728", Document: "138", Attachment: "2", Filed: "2022-08-17", Page: 1, Of: 7},
	{Court: "USCA4", Case: "22-6079", Document: "17", Filed: "2022-07-26", Page: 1, Of: 2},
	{Case: "20-1234", Document: "3", Filed: "2020-01-21", Of: 5},
	{Case: "14-3253", Filed: "2015-01-14", Page: 1},
	{Case: "24-720", Document: "17.1", Filed: "2024-07-25", Page: 15, Of: 86},
	{Court: "USCA11", Case: "22-10000", Document: "30", Filed: "2023-03-01", Page: 5, Of: 40},
	{Court: "USCA", Case: "16-1062", Document: "1600692", Filed: "2016-02-24", Page: 1, Of: 3},
	{Court: "NEW YORK COUNTY CLERK", Case: "952002/2022", Document: "1", Filed: "2022-11-28"},
}

func TestStampsReadEveryForm(t *testing.T) {
	if len(Forms) != len(stampWants) {
		t.Fatalf("%d forms, %d wants", len(Forms), len(stampWants))
	}
	for i, form := range Forms {
		page := "Some words above.\r\n" + strings.ReplaceAll(form.Line, "\n", "\r\n") + "\r\n1. Plaintiff says so.\r\n"
		want := stampWants[i]
		want.Line = strings.Join(strings.Fields(form.Line), " ")
		if diff := cmp.Diff([]sources.Stamp{want}, Stamps(page)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", form.Courts, diff)
		}
	}
}

func TestStampsAreNotInvented(t *testing.T) {
	for _, page := range []string{
		"",
		"Case No. 4:24-cv-04722-YGR\nCOMPLAINT",
		"See Case 4:24-cv-04722, Document 1, which was filed on 08/05/24 in California.",
		"The clerk entered the order. Filed 08/05/24 by the plaintiff, it says nothing.",
		"In Case 4:24-cv-04722 the court found for the defendant on page 3 of 83.",
		"Document 1 Filed 08/05/24 Page 3 of 83",
		"call 555-1234 or 24-720 before 08/05/24",
		"Case 4:24-cv-04722-YGR Document 1 Filed 08/05/24 remains pending, counsel said.",
	} {
		if got := Stamps(page); len(got) != 0 {
			t.Errorf("Stamps(%q) = %+v, want none", page, got)
		}
	}
}

func TestStampsOfOnePage(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{"two, the later above", "Case 1:20-cv-00001 Document 26 Filed 01/29/2009 Page 1 of 2\nCase 1:20-cv-00001 Document 27 Filed 02/03/09 Page 1 of 2\nText.",
			[]string{"26 2009-01-29 1/2", "27 2009-02-03 1/2"}},
		{"two in a line", "Case 1:20-cv-00001 Document 2 Filed 01/29/19 Page 1 of 2 Case 2:21-cv-00009 Document 7 Filed 02/03/21 Page 4 of 9",
			[]string{"2 2019-01-29 1/2", "7 2021-02-03 4/9"}},
		{"at the head and the foot", "Case 1:20-cv-00001 Document 2 Filed 01/29/19 Page 1 of 2\nText.\nCase 1:20-cv-00001 Document 2 Filed 01/29/19 Page 1 of 2",
			[]string{"2 2019-01-29 1/2"}},
		{"wrapped", "Case 09-00429 Doc 83 Filed 03/09/10 Entered 03/09/10 09:03:58 Desc Main\n  Document   Page 1 of 4\nText.",
			[]string{"83 2010-03-09 1/4"}},
		{"wrapped within a field", "Case 4:24-cv-04722-YGR   Document 1   Filed 08/05/24   Page 3\nof 83\n", []string{"1 2024-08-05 3/83"}},
		{"words of the page behind it", "Case 4:24-cv-04722-YGR Document 1 Filed 08/05/24 Page 3 of 83 7\n", []string{"1 2024-08-05 3/83"}},
		{"a date that no calendar has", "Case 4:24-cv-04722-YGR Document 1 Filed 13/45/24 Page 3 of 83\n", []string{"1  3/83"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range Stamps(tt.page) {
				got = append(got, s.Document+" "+s.Filed+" "+strconv.Itoa(s.Page)+"/"+strconv.Itoa(s.Of))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindGivesWholeLines(t *testing.T) {
	page := "Text above.\nCase 09-00429 Doc 83 Filed 03/09/10 Desc Main\n Document Page 1 of 4 \nText below."
	found := Find(page)
	if len(found) != 1 {
		t.Fatalf("%d stamps", len(found))
	}
	want := "Case 09-00429 Doc 83 Filed 03/09/10 Desc Main\n Document Page 1 of 4 "
	if got := page[found[0].Start:found[0].End]; got != want {
		t.Errorf("the stamp fills %q, want %q", got, want)
	}
}

func FuzzStamps(f *testing.F) {
	for _, form := range Forms {
		f.Add(form.Line + "\nand words")
	}
	f.Fuzz(func(t *testing.T, page string) {
		for _, s := range Find(page) {
			if s.Start < 0 || s.End < s.Start || s.End > len(page) || s.Case == "" || s.Line == "" {
				t.Fatalf("%+v in %q", s, page)
			}
			for _, day := range []string{s.Filed, s.Entered} {
				if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
					t.Fatalf("date %q", day)
				}
			}
		}
	})
}
