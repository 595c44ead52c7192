package extract

import (
	"testing"

	"stet/claims"
	"stet/sources"
)

// only returns the one claim of a text.
func only(t *testing.T, body string) claims.Claim {
	t.Helper()
	e := Claims(lines(body))
	if len(e.Claims) != 1 {
		t.Fatalf("%q holds %d claims, want 1: %v", body, len(e.Claims), e.Claims)
	}
	return e.Claims[0].Claim
}

const (
	reported  = claims.Reported
	court     = claims.InCourtFiling
	announced = claims.Announced
	own       = claims.OwnVoice
	undecided = claims.Undecided
)

// labelled are sentences as news copy has them, with the label that an editor
// would give and what the first attribution rests on.
var labelled = []struct {
	label   claims.Label
	speaker string
	cue     string
	text    string
}{
	{own, "", "", "The partnership became one of the largest deals in the history of the trade."},
	{own, "", "", "Halden added 200 jobs in Ohio last year."},
	{own, "", "", "He announced himself at the front desk and waited."},
	{own, "", "", "She reported to the manager of the Leeds office."},
	{own, "", "", "Corvane filed for an initial public offering in May."},
	{own, "", "", "Its stated goal is to halve emissions by 2030."},
	{own, "", "", "The plant reported for duty 40 new engineers."},
	{own, "", "", "Marsh called the office at noon."},
	{own, "", "", "The two companies noted for their secrecy share a lobby."},
	{own, "", "", "Trade at the port continued on Monday."},
	{own, "", "", "Musk sued the laboratory in 2024."},
	{own, "", "", "The company charges $20 a month for the service."},
	{announced, "Halden", "reported", "Halden reported earnings of $3bn for the quarter."},
	{announced, "Amazon and OpenAI", "announced", "Amazon and OpenAI also announced expanded cooperation on agents."},
	{announced, "Halden", "announced", "Halden announced on Monday that it would invest $1 billion."},
	{announced, "Corvane", "said", "Corvane said it would hire 300 people."},
	{announced, "A spokesman for Halden", "said", "A spokesman for Halden said the company had not changed its terms."},
	{announced, "The company", "said", "The company said in a statement that its offer stands."},
	{announced, "Halden", "disclosed", "Halden disclosed in an SEC filing that it owns 12 percent of the laboratory."},
	{announced, "a regulatory filing", "according to", "Halden owns 12 percent of the laboratory, according to a regulatory filing."},
	{court, "court filings", "According to", "According to court filings, Musk pushed the laboratory toward Azure."},
	{court, "the complaint", "according to", "The two men met in May, according to the complaint."},
	{court, "The lawsuit", "alleges", "The lawsuit alleges that the laboratory broke its promise."},
	{court, "The complaint", "says", "The complaint says that Halden paid $4 million."},
	{court, "Marsh", "testified", "Marsh testified that he never saw the contract."},
	{court, "Dana Scott", "said", "Dana Scott said in a sworn declaration that she kept the memo."},
	{court, "The judge", "ruled", "The judge ruled that the case may go on."},
	{court, "Marsh", "said", "In a deposition, Marsh said he kept no notes."},
	{court, "prosecutors", "alleged", "The men moved $3 million abroad, prosecutors alleged."},
	{court, "the indictment", "according to", "Three officers took bribes, according to the indictment."},
	{reported, "Reuters", "reported", "Reuters reported, citing court filings, that the deal was rushed."},
	{reported, "Reports", "indicate", "Reports indicate that executives had doubts."},
	{reported, "reports", "reports emerged", "Earlier this year, reports emerged that Halden weighed legal action."},
	{reported, "", "reportedly", "The laboratory reportedly turned down the offer."},
	{reported, "Analysts", "see", "Analysts now see the trade entering a new phase."},
	{reported, "people familiar with the matter", "said", "The talks broke down in June, people familiar with the matter said."},
	{reported, "the lawyer", "said", "“We will appeal,” the lawyer said outside court."},
	{reported, "The Wall Street Journal", "reported", "The Wall Street Journal reported that the talks had failed."},
	{reported, "Sam Marsh", "said", "“We were wrong,” said Sam Marsh."},
	{reported, "Jane Doe, an analyst at Fenwick", "said", "Jane Doe, an analyst at Fenwick, said the price was too high."},
	{reported, "Fenwick", "according to", "The stake is worth $5 billion, according to Fenwick."},
	{undecided, "", "claimed", "It was claimed that the deal was rushed."},
	{undecided, "", "said", "The laboratory is said to be short of cash."},
	{undecided, "", "allegedly", "The officers allegedly took bribes."},
	{own, "", "", "The proposed merger would create the largest carrier."},
	{own, "", "", "The alleged fraud cost investors $40 million."},
	{court, "Musk", "accuses", "In his complaint, Musk accuses Altman of fraud."},
	{court, "Musk's lawyers", "wrote", "Musk's lawyers wrote in a court filing that the deal was illegal."},
	{court, "Prosecutors", "said", "Prosecutors said in court papers that the scheme ran for five years."},
	{court, "Emails unsealed in the case", "show", "Emails unsealed in the case show that Marsh had doubts."},
	{court, "Musk", "warned", "In a 2018 email included in the complaint, Musk warned that the laboratory was doomed."},
	{court, "Brockman", "said", "Under oath, Brockman said he never promised equity."},
	{court, "The lawsuit, filed in Oakland", "seeks", "The lawsuit, filed in Oakland, seeks $134 billion."},
	{announced, "the company", "According to", "According to the company, demand rose 40 percent."},
	{announced, "Tesla", "said", "Tesla said in a filing with the Securities and Exchange Commission that sales fell."},
	{announced, "Microsoft’s earnings report", "showed", "Microsoft’s earnings report showed that cloud sales rose 30%."},
	{announced, "Jane Doe, the chief financial officer", "said", "On the same call, Jane Doe, the chief financial officer, said that sales fell."},
	{own, "", "", "The case is before Judge Katherine Renner, who set a first hearing for September 8."},
	{announced, "Nvidia", "posted", "Nvidia posted record revenue of $35 billion."},
	{announced, "Amazon Chief Executive Andy Jassy", "said", "“We are thrilled,” Amazon Chief Executive Andy Jassy said in a statement."},
	{reported, "Reuters", "As first reported by", "As first reported by Reuters, the deal includes a fee."},
	{reported, "The Information", "reported", "The talks were first reported by The Information."},
	{reported, "The Securities and Exchange Commission", "alleged", "The Securities and Exchange Commission alleged that he misled investors."},
	{reported, "sources", "say", "Halden to invest $10 billion in Lumen, sources say"},
	{reported, "report", "-", "Halden in talks to buy a chipmaker - report"},
	{reported, "Documents reviewed by The New York Times", "show", "Documents reviewed by The New York Times show the loss reached $5 billion."},
	{undecided, "", "alleged", "The men are alleged to have taken bribes."},
	{undecided, "", "reported", "It has been reported that the chief executive will leave."},
	{own, "", "", "The company did not say how many people it would hire."},
}

func TestLabels(t *testing.T) {
	for _, row := range labelled {
		t.Run(row.text, func(t *testing.T) {
			c := only(t, row.text)
			if c.Label != row.label {
				t.Errorf("label %s, want %s (%+v)", c.Label, row.label, c.Attributions)
			}
			if row.cue == "" {
				return
			}
			if len(c.Attributions) == 0 {
				t.Fatal("no attribution")
			}
			a := c.Attributions[0]
			if a.Cue.Text != row.cue || a.Speaker.Text != row.speaker {
				t.Errorf("cue %q of %q, want %q of %q", a.Cue.Text, a.Speaker.Text, row.cue, row.speaker)
			}
		})
	}
}

// TestTwoAttributions sees that both are kept in order and the first decides.
func TestTwoAttributions(t *testing.T) {
	tests := []struct {
		text   string
		labels []claims.Label
	}{
		{"New reports and court documents suggest that the backing was strategic.", []claims.Label{reported, court}},
		{"Reuters reported, citing court filings, that the deal was rushed.", []claims.Label{reported, court}},
		{"According to court filings, Musk pushed for Azure and reportedly mocked its rival.", []claims.Label{court, reported}},
	}
	for _, tt := range tests {
		c := only(t, tt.text)
		var got []claims.Label
		for _, a := range c.Attributions {
			got = append(got, a.Label)
		}
		if len(got) != len(tt.labels) || got[0] != tt.labels[0] || got[1] != tt.labels[1] || c.Label != got[0] {
			t.Errorf("%q: %q, claim %q, want %q\n%+v", tt.text, got, c.Label, tt.labels, c.Attributions)
		}
	}
}

func TestVoicesAndFlags(t *testing.T) {
	tests := []struct {
		text string
		want claims.Attribution
	}{
		{"The complaint alleges that he lied.", claims.Attribution{Label: court, Voice: claims.Allegation}},
		{"She kept the memo, according to an affidavit.", claims.Attribution{Label: court, Voice: claims.Sworn}},
		{"Marsh said in a deposition that he knew.", claims.Attribution{Label: court, Voice: claims.Testimony}},
		{"The payment was late, according to a trial exhibit.", claims.Attribution{Label: court, Voice: claims.Exhibit}},
		{"The court ruled that the deal stands.", claims.Attribution{Label: court, Voice: claims.Ruling}},
		{"The hearing is set for May, according to the docket.", claims.Attribution{Label: court, Voice: claims.Docket}},
		{"Officials said that the bridge was safe.", claims.Attribution{Label: reported, Anonymous: true}},
		{"A person familiar with the talks said the price was low.", claims.Attribution{Label: reported, Anonymous: true}},
		{"Marsh denied that he had read it.", claims.Attribution{Label: reported, Denied: true}},
		{"The laboratory reportedly turned it down.", claims.Attribution{Label: reported, Hedged: true}},
	}
	for _, tt := range tests {
		c := only(t, tt.text)
		if len(c.Attributions) == 0 {
			t.Errorf("%q: no attribution", tt.text)
			continue
		}
		a := c.Attributions[0]
		got := claims.Attribution{Label: a.Label, Voice: a.Voice, Anonymous: a.Anonymous, Denied: a.Denied, Hedged: a.Hedged}
		if got != tt.want {
			t.Errorf("%q: %+v, want %+v", tt.text, got, tt.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	body := "Halden buys a lab\nA deal in the dark\nBy Dana Scott\nIt closed on Monday. Who knew?\nWhat happens next\nThe lab sues its founder\n“We won.”\nMore to come.\nIronically, that is a shame."
	text := lines(body)
	for i, k := range []sources.BlockKind{sources.Heading, sources.Dek, sources.Byline, sources.Paragraph, sources.Heading, sources.Heading, sources.PullQuote, sources.Paragraph, sources.Paragraph} {
		text.Blocks[i].Kind = k
	}
	var got []string
	for _, c := range Claims(text).Claims {
		got = append(got, string(c.Place)+": "+c.Text)
	}
	want := []string{"headline: Halden buys a lab", "dek: A deal in the dark", "body: It closed on Monday.", "body: The lab sues its founder", "pull quote: “We won.”"}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}

// TestLabelOfTheMainStatement has attributions that stand beside what a sentence
// states, and some that do not.
func TestLabelOfTheMainStatement(t *testing.T) {
	for _, row := range []struct {
		label claims.Label
		text  string
	}{
		{own, "Marsh endured a speech of the mayor, who said that the bridge was safe."},
		{own, "Marsh left the firm after Whitlock told a reporter that the boats were old."},
		{own, "Marsh quit the board before announcing a bid for Halden."},
		{own, "The deal, announced on Friday, will last four years."},
		{own, "The man accused of the theft will stay in prison."},
		{own, "At the moment Halden announced the deal, nobody was in the room."},
		{own, "The list includes emails that were disclosed during the case."},
		{reported, "The mayor, who left in May, said that the bridge was safe."},
		{reported, "While many have said that it is old, Marsh said that the bridge was safe."},
		{reported, "Asked whether it would hold, Marsh said that the bridge was safe."},
		{announced, "“We will close two plants,” Jane Doe, the chief executive of Halden, said in the announcement."},
		{reported, "Marsh hit back on Monday, saying that the bridge was safe."},
		{reported, "Marsh said in a statement that the mayor was wrong."},
		{reported, "“The mayor is wrong,” Jane Doe, the chief executive, said in a statement."},
		{announced, "“We will close two plants,” the company said in a statement."},
		{announced, "A spokeswoman for the mayor said that he would not run again."},
		{reported, "“We felt one long scrape,” said Ida Brandt, the ship’s second engineer."},
		{reported, "On Monday, Marsh issued a statement: “The mayor is wrong.”"},
		{court, "The department disclosed in court that it had asked for the emails."},
		{reported, "“We will appeal,” Marsh said outside the court."},
		{own, "The company agreed to pay $325 million."},
		{announced, "A Halden spokeswoman said on Tuesday that two plants would close."},
		{own, "Marsh will testify before the council on Monday."},
		{court, "In the order, Reyes wrote that the harbour had to be closed."},
		{undecided, "It has been reported that the harbour will be closed."},
	} {
		if c := only(t, row.text); c.Label != row.label {
			t.Errorf("%s, want %s: %s\n%+v", c.Label, row.label, row.text, c.Attributions)
		}
	}
}
