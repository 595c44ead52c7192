package text

import (
	"testing"

	"stet/sources"
)

// TestGuessKind shows, kind by kind, what each clue must catch and what it must
// spare.
func TestGuessKind(t *testing.T) {
	page := func(title, byline, publisher, body string) sources.Text {
		return sources.Text{MediaType: "text/html", Title: title, Byline: byline, Publisher: publisher, Published: "2026-03-04", Body: body}
	}
	words := func(body string) sources.Text { return sources.Text{MediaType: "text/plain", Body: body} }
	stamped := sources.Text{MediaType: "application/pdf", Body: "words", Pages: []sources.Page{{Stamps: []sources.Stamp{{Case: "24-720"}}}}}
	tests := []struct {
		name, address string
		text          sources.Text
		want          sources.Kind
	}{
		{"stamp", "exhibit.pdf", stamped, sources.CourtFiling},
		{"docket file name", "https://storage.courtlistener.com/recap/gov.uscourts.cand.1/gov.uscourts.cand.1.1.0.pdf", words("scan"), sources.CourtFiling},
		{"court opinion's report", "https://example.org/x", page("Court rules", "", "", "The United States District Court ruled on Case No. 1."), ""},
		{"10-K", "https://www.sec.gov/Archives/edgar/data/1/a.htm", page("10-K", "", "", "UNITED STATES DISTRICT COURT v. Case No. 1 Plaintiff"), sources.CompanyFiling},
		{"10-K as a file", "a.htm", page("", "", "", "UNITED STATES SECURITIES AND EXCHANGE COMMISSION Washington FORM 10-K annual report"), sources.CompanyFiling},
		{"about a 10-K", "a.htm", page("", "", "", "Its Form 10-K says so."), ""},
		{"wire", "https://www.prnewswire.com/a", page("A", "", "", "B"), sources.PressRelease},
		{"newsroom", "https://news.example.com/newsroom/a", page("A", "", "", "B"), sources.PressRelease},
		{"announces itself", "https://northwind.example/blog/a", page("A", "", "", "Northwind today announced a stake."), sources.PressRelease},
		{"announces itself by publisher", "announcement.html", page("A", "", "Northwind Cloud", "Northwind Cloud announced today that it will buy."), sources.PressRelease},
		{"reports an announcement", "https://ledger.example/2026/03/04/a", page("A", "Kari Lie", "The Ledger", "Northwind today announced a stake, it said."), sources.NewsReport},
		{"release", "a.txt", words("FOR IMMEDIATE RELEASE\nBergen"), sources.PressRelease},
		{"call", "a.txt", words("Northwind Q3 2026 Earnings Call\nOperator: Good day."), sources.EarningsCall},
		{"about a call", "a.txt", words("On the earnings call they said so."), ""},
		{"memo", "a.docx", words("MEMORANDUM\nTO: The board\nFROM: Per Dal\nRE: Consent"), sources.Memo},
		{"email", "a.txt", words("From: Per Dal\nTo: Kari Lie\nDate: 3 March\nSubject: Consent"), sources.Email},
		{"letter to", "a.txt", words("To: whom it may concern"), ""},
		{"contract", "a.pdf", words("FOUNDERS’ AGREEMENT This Agreement is made by and between A and B. WHEREAS"), sources.Contract},
		{"court transcript", "a.txt", words("THE COURT: One.\nMR. A: Yes.\nTHE COURT: Two.\nTHE COURT: Three."), sources.CourtTranscript},
		{"table", "a.csv", sources.Text{MediaType: "text/csv", Body: "a,b"}, sources.Dataset},
		{"post", "https://x.com/a/status/1", page("A", "", "", "B"), sources.SocialPost},
		{"statute", "https://www.congress.gov/bill/1", page("A", "", "", "B"), sources.OfficialRecord},
		{"outlet", "https://www.reuters.com/a", page("A", "", "", "B"), sources.NewsReport},
		{"bylined file", "news.html", page("A", "Kari Lie", "The Ledger", "B said on Tuesday."), sources.NewsReport},
		{"company blog", "https://northwind.example/news/a", page("A", "Kari Lie", "Northwind", "We are glad. Our customers asked us."), ""},
		{"a quotation says we", "https://ledger.example/news/a", page("A", "Kari Lie", "The Ledger", "“We are glad that our customers asked us,” Lie said."), sources.NewsReport},
		{"nothing", "a.txt", words("Words."), ""},
		{"empty", "", sources.Text{}, ""},
	}
	caught := map[sources.Kind]bool{}
	for _, tt := range tests {
		caught[tt.want] = true
		if got := GuessKind(&tt.text, tt.address); got != tt.want {
			t.Errorf("%s: GuessKind = %q, want %q", tt.name, got, tt.want)
		}
	}
	for _, c := range clues {
		if !caught[c.kind] {
			t.Errorf("no test shows a %s", c.kind)
		}
	}
}
