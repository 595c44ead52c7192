package origin

import (
	"testing"

	"stet/sources"
)

func TestAgencyOf(t *testing.T) {
	for _, c := range []struct {
		text sources.Text
		want string
	}{
		{sources.Text{Publisher: "reuters"}, "Reuters"},
		{sources.Text{Byline: "By Jane Roe, Associated Press"}, "The Associated Press"},
		{sources.Text{Byline: "JANE ROE AP"}, "The Associated Press"},
		{sources.Text{Byline: "Reuters Staff"}, "Reuters"},
		{sources.Text{Byline: "Ap Smith"}, ""},
		{sources.Text{Body: "HOLM, Nov 23 (AFP) – The ferry sank."}, "Agence France-Presse"},
		{sources.Text{Body: "Holm (dpa) - The ferry sank."}, "dpa"},
		{sources.Text{Body: "HOLM [Holmland], Nov 23 (ANI): The ferry sank."}, "Asian News International"},
		{sources.Text{Body: "The ferry on Monday. (Reuters)\nIt sank off Holm Point.\nAll were saved.\nThe company would not speak."}, ""},
		{sources.Text{Body: "The ferry sank.\n\n(Bloomberg)"}, "Bloomberg"},
		{sources.Text{Body: "The ferry sank. (AP)"}, "The Associated Press"},
		{sources.Text{Body: "By the Press Association\nThe ferry sank."}, "PA Media"},
		{sources.Text{Body: "The ferry sank, he told Reuters."}, ""},
		{sources.Text{}, ""},
	} {
		if got := agencyOf(&c.text); got != c.want {
			t.Errorf("%+v: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestStory(t *testing.T) {
	for body, want := range map[string]string{
		"The ferry sank. All were saved.":                                               "The ferry sank. All were saved.",
		"The ferry sank off Holm Point. Sign up for alerts. All 212 aboard were saved.": "The ferry sank off Holm Point. All 212 aboard were saved.",
		"The ferry sank off Holm Point early on Monday after its door failed.\nOnce registered, you can:\n- read\n- comment\nWe use cookies.": "The ferry sank off Holm Point early on Monday after its door failed.\n",
		wall: "",
		"":   "",
	} {
		if got := story(body); got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}

func TestReliedOn(t *testing.T) {
	for body, want := range map[string]string{
		"It was first reported by the Harbour Post on Monday.":      "harbourpost",
		"As BuzzFeed News first reported, the door was faulty.":     "buzzfeednews",
		"The AP's story, first published by\nThe A.P., was short.":  "associatedpress",
		"The Post and Courier reported on Monday, citing a letter.": "postandcourier",
		"He told Reuters that he had reported it.":                  "",
		"The company reported a loss.":                              "",
		"It reported, citing costs, that it lost money.":            "it",
	} {
		got := ""
		for _, r := range reliedOn(&sources.Text{Body: body}) {
			got += r.key
		}
		if got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}
