package court

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

// stampWants holds what each row of Forms says, in its order: court, case,
// document, attachment, filed, entered, page, of, PageID.
var stampWants = []string{
	"|4:24-cv-04722-YGR|1||2024-08-05||3|83|",
	"|0:20-cv-01234-PAM-ECW|17||2020-05-22||1|15|",
	"|1:24-cr-00234-RMB|1||2024-04-03||1|18|32",
	"|2:19-cv-01234-ABC-DEF|88||2020-04-05||7|30|1234",
	"|1:20-cv-01234|55||2021-03-02||5|12|423",
	"|1:20-cv-01234-JES-JEH|12||2020-04-03||2|9|",
	"|3:24-cv-00304-MPM-JMV|1||2024-09-25||1|7|1",
	"|1:20-cv-00123-DAP|1||2020-01-24||1|12|1",
	"|2:20-cv-00123-EAS-KAJ|1|2|2020-01-24||1|12|45",
	"|5:20-cv-00123-DCR|1||2020-01-24||1|12|1",
	"|4:20-cv-00123-RWS|1||2020-01-23||1|12|1",
	"|8:20-cv-00123-JFB-MDN|1||2020-01-24||1|12|1",
	"|2:12-cv-13821-AC-DRG|1||2012-08-29||1|6|1",
	"|2:12-cv-13821-AC-DRG|1||2012-08-29||1|6|1",
	"|2:20-cv-00123-PP|1||2020-01-24||1|12|",
	"|3:20-cv-00123-BAJ-RLB|1||2020-01-24||1|12|",
	"|6:12-cv-00123-Orl-37JBT|7||2012-01-24||1|12|32",
	"|4:19-cv-00123-O|1||2019-01-24||1|12|1",
	"USDC Colorado|1:25-cv-01340-RTG|1||2025-04-29||1|20|",
	"TXSD|1:26-cv-00485|1||2026-04-30||1|59|",
	"TXSD|4:20-cr-00123|1||2020-01-24||1|12|",
	"ND/OK|4:20-cv-00123-GKF-FHM|2||2020-01-24||1|12|",
	"ED/OK|6:20-cv-00123-RAW|2||2020-01-24||1|12|",
	"FLSD|0:16-cv-61234|118|||2023-03-27|1|2|",
	"|2:26-cv-00123|1||2026-02-17||1|5|",
	"U.S. DISTRICT COURT N.D. OF ALABAMA||||2020-08-15||||",
	"ILCD||||2020-01-24||||",
	"|8:19-bk-10049-TA|1||2024-04-03|2024-04-03|1|9|",
	"|22-10964-mg|78|3|2022-07-21|2022-07-21|1|2|",
	"|20-10322-mg|1||2020-02-03|2020-02-03|2|30|",
	"|1-20-40123-cec|1||2020-01-09|2020-01-09|||",
	"|2-19-20905-PRW|1||2019-09-12|2019-09-12|1|71|",
	"|19-30088|1||2019-01-29|2019-01-29|1|24|",
	"|18-50757-amk|1||2018-04-01|2018-04-01|1|47|",
	"|21-30589-hdh11|1||2021-03-15|2021-03-15|1|30|",
	"|20-00123-FPC11|1||2020-01-24|2020-01-24|1|12|",
	"|20-12345-TWD|1||2020-03-02|2020-03-02|1|12|",
	"|20-01234-JMC-11|1||2020-03-02|2020-03-02|1|12|",
	"|20-41234|1||2020-03-02|2020-03-02|1|12|",
	"|17-03283-LTS|1||2017-05-03|2017-05-03|1|34|",
	"|21-10123-JGR|1||2021-01-11|2021-01-11|1|12|",
	"|20-00123-5-JNC|1||2020-01-24|2020-01-24|1|12|",
	"|20-01234-LT11|1||2020-03-02|2020-03-02|1|12|",
	"|10-12345-bam|1|||2010-03-04|1|52|",
	"U.S. Bankruptcy Court - Hawaii|20-00123|1||2020-01-24||1|12|",
	"|21-23295|19||2021-11-02||||",
	"|8:20-ap-01011-ES|1||2020-02-18|2020-02-18|2|12|",
	"|08-9007|00115928542||2009-07-30||1||",
	"|20-1234|45||2021-03-02||1||",
	"|21-2728|138|2|2022-08-17||1|7|",
	"USCA4|22-6079|17||2022-07-26||1|2|",
	"|15-2056|20|1|2015-10-28||1|2|",
	"|20-1234|20|2|2021-01-01||1||",
	"|20-1234|3||2020-01-21|||5|",
	"|14-3253|||2015-01-14||1||",
	"|20-1234|010110500000||2021-04-05||1||",
	"|24-720|17.1||2024-07-25||15|86|",
	"|20-16276|19|2|2020-08-05||1|15|",
	"USCA11|22-10000|30||2023-03-01||5|40|",
	"|19-12345|||2019-03-01||1|12|",
	"USCA|16-1062|1600692||2016-02-24||1|3|",
	"NEW YORK COUNTY CLERK|952002/2022|1||2022-11-28||||",
	"ST. LAWRENCE COUNTY CLERK|EF2020-1234|12||2020-01-15||||",
	"APPELLATE DIVISION - 1ST DEPT|2021-00123|5||2021-03-02||||",
	"|2020-0001-JTL|||2020-01-02||||",
	"|N21C-09-123 PRW CCLD|||2021-09-12||||",
	"|2020CH00123|||2020-01-02||||",
	"Superior Court of California, County of Los Angeles||||2020-01-02||||",
	"|2020CV30123|||2020-01-02||||",
	"||||2020-01-02||||",
	"District Court State of Minnesota|27-CV-20-12646|||2020-06-03||||",
	"|ESX-L-000123-20|||2020-01-02||1|12|",
	"District Clerk Harris County||||2020-01-02||||",
	"|5:11-cv-01846-LHK|1||2011-04-15||1|60|",
	"|5:13-cv-04700-EJD|55|2|2014-03-02||1|14|",
	"|1:08-cv-00123-PLM|12||2008-03-02||1|5|34",
	"|MDL No. 2804|328||2017-12-05||1|3|",
	"|3:20-cv-00123|1||2020-01-24||1|3|",
	"|12-1719|75||2012-07-13||1|30|",
	"|11-16751|9||2011-09-12||1|30|",
	"|13-1234|45||2013-03-02||1||",
}

func told(s sources.Stamp) string {
	return strings.Join([]string{s.Court, s.Case, s.Document, s.Attachment, s.Filed, s.Entered, number(s.Page), number(s.Of), s.PageID}, "|")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func TestStampsReadEveryForm(t *testing.T) {
	if len(Forms) != len(stampWants) {
		t.Fatalf("%d forms, %d wants", len(Forms), len(stampWants))
	}
	for i, form := range Forms {
		page := "Some words above.\r\n" + strings.ReplaceAll(form.Line, "\n", "\r\n") + "\r\n1. Plaintiff says so.\r\n"
		stamps := Stamps(page)
		if len(stamps) != 1 {
			t.Errorf("%s: %d stamps: %+v", form.Courts, len(stamps), stamps)
			continue
		}
		if got := told(stamps[0]); got != stampWants[i] {
			t.Errorf("%s:\n got %s\nwant %s", form.Courts, got, stampWants[i])
		}
		if got, want := spaceless(stamps[0].Line), spaceless(form.Line); got != want {
			t.Errorf("%s: line %q, want %q", form.Courts, got, want)
		}
	}
}

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

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
		"Case No. 2:15-cv-05642-CAS\nAugust 1, 2019\nPage 1 of 3",
		"CIVIL DOCKET FOR CASE #: 4:24-cv-04722-YGR\nDate Filed: 08/05/2024\nJury Demand: Plaintiff",
		"Case Number: 1:20-cv-01234-ABC\nFiler: Doe\nDocument Number: 55\nDocket Text: ORDER, entered on 3/2/2021",
		"FILED: MOTION TO DISMISS 01/02/2020",
		"FILED DATE: 1/2/2020\nCOMPLAINT",
		"Transaction ID 64589012\n01/02/2020\nCard payment",
		"Trans ID: ABC123456789 01/02/2020",
		"U.S. DISTRICT COURT N.D. OF ALABAMA\nAugust 15, 2020",
		"Electronically filed on January 2, 2020\nCase No. A-20-801234-C",
		"Exhibit 3: Case 4:24-cv-04722-YGR, Document 78-3, filed 08/05/24.",
		"Quoting Case 4:24-cv-04722 Document 1 Filed 08/05/24 Page 3 of 83, the brief says more.",
		"(Case 4:24-cv-04722 Document 1 Filed 08/05/24 Page 3 of 83)",
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
		{"behind a heading", "Exhibit to the declaration Case 4:24-cv-04722-YGR Document 1 Filed 08/05/24 Page 3 of 83\n", []string{"1 2024-08-05 3/83"}},
		{"behind the number of a line", "Text.\n4 Case 4:24-cv-04722-YGR Document 1 Filed 08/05/24 Page 3 of 83", []string{"1 2024-08-05 3/83"}},
		{"NYSCEF's parts apart", "FILED: KINGS COUNTY CLERK 11/28/2022 11:29 AM\nNYSCEF DOC. NO. 1\n2 of 12\nINDEX NO. 952002/2022\nRECEIVED NYSCEF: 11/28/2022",
			[]string{"1 2022-11-28 2/12"}},
		{"NYSCEF's page at the foot", "FILED: KINGS COUNTY CLERK 11/28/2022 11:29 AM INDEX NO. 952002/2022\nNYSCEF DOC. NO. 1 RECEIVED NYSCEF: 11/28/2022\nSUPREME COURT\nText.\n3 of 12",
			[]string{"1 2022-11-28 3/12"}},
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
			if s.Start < 0 || s.End < s.Start || s.End > len(page) || s.Case+s.Filed+s.Entered == "" || s.Line == "" {
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
