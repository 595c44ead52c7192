// Package court reads what courts print on the papers filed with them: the
// stamp lines that filing systems (CM/ECF, ACMS, NYSCEF) put on every page, and
// docket numbers wherever they are cited.
package court

// Form is one way in which courts stamp a page.
type Form struct {
	Courts string // that use it
	Line   string // an example; "\n" where the stamp takes two lines
}

// Forms lists the stamps that Stamps reads, as seen on filings. They differ in
// order and spelling of the same few fields, which is how Stamps reads them: a
// form that isn't here, made of the same fields, is read too.
var Forms = []Form{
	{"most district courts", "Case 4:24-cv-04722-YGR   Document 1   Filed 08/05/24   Page 3 of 83"},
	{"D.N.J.", "Case 1:24-cr-00234-RMB Document 1 Filed 04/03/24 Page 1 of 18 PageID: 32"},
	{"C.D. Cal.", "Case 2:19-cv-01234-ABC-DEF Document 88 Filed 04/05/20 Page 7 of 30 Page ID #:1234"},
	{"N.D. Ill.", "Case: 1:20-cv-01234 Document #: 55 Filed: 03/02/21 Page 5 of 12 PageID #:423"},
	{"N.D. Miss., S.D. Ohio", "Case: 3:24-cv-00304-MPM-JMV Doc #: 1 Filed: 09/25/24 1 of 7 PageID #: 1"},
	{"E.D. Mich.", "Case 2:12-cv-13821-AC-DRG ECF No. 1, PageID.1 Filed 08/29/12 Page 1 of 6"},
	{"D. Colo.", "Case No. 1:25-cv-01340-RTG  Document 1  filed 04/29/25  USDC Colorado  pg 1 of 20"},
	{"S.D. Tex.", "Case 1:26-cv-00485 Document 1 Filed 04/30/26 in TXSD Page 1 of 59"},
	{"S.D. Fla.", "Case 0:16-cv-61234 Document 118 Entered on FLSD Docket 03/27/2023 Page 1 of 2"},
	{"D.S.C.", "2:26-cv-00123 Date Filed 02/17/26 Entry Number 1 Page 1 of 5"},
	{"bankruptcy courts", "Case 8:19-bk-10049-TA Doc 1 Filed 04/03/24 Entered 04/03/24 10:58:09 Desc Main Document Page 1 of 9"},
	{"Bankr. S.D.N.Y.", "22-10964-mg Doc 78-3 Filed 07/21/22 Entered 07/21/22 09:17:08 Attachment 3 Pg 1 of 2"},
	{"Bankr. E.D. Cal.", "Filed 11/02/21 Case 21-23295 Doc 19"},
	{"1st, 3rd, 5th and Fed. Cir.", "Case: 08-9007 Document: 00115928542 Page: 1 Date Filed: 07/30/2009 Entry ID: 5364336"},
	{"2nd Cir.", "Case 21-2728, Document 138-2, 08/17/2022, 3367045, Page1 of 7"},
	{"4th Cir.", "USCA4 Appeal: 22-6079 Doc: 17 Filed: 07/26/2022 Pg: 1 of 2"},
	{"7th Cir.", "Case: 20-1234 Document: 3 Filed: 01/21/2020 Pages: 5"},
	{"8th and 10th Cir.", "Appellate Case: 14-3253 Page: 1 Date Filed: 01/14/2015 Entry ID: 4234486"},
	{"9th Cir.", "Case: 24-720, 07/25/2024, DktEntry: 17.1, Page 15 of 86"},
	{"11th Cir.", "USCA11 Case: 22-10000 Document: 30 Date Filed: 03/01/2023 Page: 5 of 40"},
	{"D.C. Cir.", "USCA Case #16-1062 Document #1600692 Filed: 02/24/2016 Page 1 of 3"},
	{"New York state courts", "FILED: NEW YORK COUNTY CLERK 11/28/2022 11:29 AM INDEX NO. 952002/2022\nNYSCEF DOC. NO. 1 RECEIVED NYSCEF: 11/28/2022"},
}
