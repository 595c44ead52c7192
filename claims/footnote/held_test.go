package footnote_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/claims"
	"stet/claims/footnote"
	"stet/sources"
)

var heldTests = []struct {
	text string
	want reference
}{
	{"tel., Dana Scott, 3 May", reference{Held: "tel., Dana Scott, 3 May", Kind: sources.Call, Person: "Dana Scott", Date: "3 May"}},
	{"tel. Dana Scott, 3 May", reference{Held: "tel. Dana Scott, 3 May", Kind: sources.Call, Person: "Dana Scott", Date: "3 May"}},
	{"call with Dana Scott, 3 May 2026", reference{Held: "call with Dana Scott, 3 May 2026", Kind: sources.Call, Person: "Dana Scott", Date: "3 May 2026"}},
	{"Phone call with Dana Scott on May 3, 2026", reference{Held: "Phone call with Dana Scott on May 3, 2026", Kind: sources.Call, Person: "Dana Scott", Date: "May 3, 2026"}},
	{"Dana Scott, by phone, 3 May", reference{Held: "Dana Scott, by phone, 3 May", Kind: sources.Call, Person: "Dana Scott", Date: "3 May"}},
	{"Dana Scott, interview, 2026-05-03", reference{Held: "Dana Scott, interview, 2026-05-03", Kind: sources.Interview, Person: "Dana Scott", Date: "2026-05-03"}},
	{"interview with Dana Scott, 3 May, she was sure", reference{Held: "interview with Dana Scott, 3 May", Kind: sources.Interview, Person: "Dana Scott", Date: "3 May", Note: "she was sure"}},
	{"interview with Dana Scott, chief counsel, 3 May", reference{Held: "interview with Dana Scott, chief counsel, 3 May", Kind: sources.Interview, Person: "Dana Scott", Date: "3 May"}},
	{`interview with Dana Scott, 3 May, "no, never"`, reference{Held: "interview with Dana Scott, 3 May", Kind: sources.Interview, Person: "Dana Scott", Date: "3 May", Quote: "no, never"}},
	{"author’s notes, 12 June", reference{Held: "author’s notes, 12 June", Kind: sources.Notes, Date: "12 June"}},
	{"notebook 3, p. 14", reference{Held: "notebook 3", Kind: sources.Notes, Locator: page("14")}},
	{"email from Dana van Scott to Rob Lee, 3 May", reference{Held: "email from Dana van Scott to Rob Lee, 3 May", Kind: sources.Email, Person: "Dana van Scott", Date: "3 May"}},
	{"text message from Dana Scott", reference{Held: "text message from Dana Scott", Person: "Dana Scott"}},
	{"confidential source A, in person, 4 May", reference{Held: "confidential source A, in person, 4 May", Kind: sources.Interview, Person: "confidential source A", Date: "4 May"}},
	{"Robert Caro, The Power Broker (1974), p. 12", reference{Held: "Robert Caro, The Power Broker (1974)", Kind: sources.Book, Person: "Robert Caro", Date: "1974", Title: "The Power Broker", Locator: page("12")}},
	{"Ada Lund, Stakes, Chips, and Charters (Harbor Press, 2021), pp. 3-4", reference{Held: "Ada Lund, Stakes, Chips, and Charters (Harbor Press, 2021)", Kind: sources.Book, Person: "Ada Lund", Date: "2021", Title: "Stakes, Chips, and Charters", Locator: pages("3", "4")}},
	{"Ada Lund, “Stakes” (2021), p. 3", reference{Held: "Ada Lund, “Stakes” (2021)", Kind: sources.Book, Person: "Ada Lund", Date: "2021", Title: "Stakes", Locator: page("3")}},
	{`Larkfield Post, "The Stake," 3 May 2026`, reference{Held: `Larkfield Post, "The Stake," 3 May 2026`, Person: "Larkfield Post", Date: "3 May 2026", Title: "The Stake"}},
	{"Dana Scott", reference{Held: "Dana Scott", Person: "Dana Scott"}},
	{"Dana Scott, 3 May", reference{Held: "Dana Scott, 3 May", Person: "Dana Scott", Date: "3 May"}},

	{"call her back", reference{Note: "call her back"}},
	{"email Dana Scott about it", reference{Note: "email Dana Scott about it"}},
	{"She confirmed it, by phone, 3 May", reference{Note: "She confirmed it, by phone, 3 May"}},
	{"Check Dana Scott", reference{Note: "Check Dana Scott"}},
	{"notes say otherwise", reference{Note: "notes say otherwise"}},
	{"FIX SPELLING", reference{Note: "FIX SPELLING"}},
}

func pages(from, to string) claims.Locator { return claims.Locator{Page: from, PageEnd: to} }

func TestParseHeld(t *testing.T) {
	for _, tt := range heldTests {
		t.Run(tt.text, func(t *testing.T) {
			if diff := cmp.Diff([]reference{tt.want}, footnote.Parse(tt.text, footnote.Known{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Every row of HeldKinds must be reachable: none may be hidden by one before it.
func TestHeldKinds(t *testing.T) {
	for _, row := range footnote.HeldKinds {
		got := footnote.Parse(row.Words+", 3 May", footnote.Known{})
		if len(got) != 1 || got[0].Kind != row.Kind || got[0].Held == "" || got[0].Date != "3 May" {
			t.Errorf("%q is read as %+v, want kind %q", row.Words, got, row.Kind)
		}
	}
}
