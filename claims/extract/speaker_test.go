package extract

import (
	"slices"
	"testing"

	"stet/claims"
)

// TestSpeakers sees which words name the speaker of a cue, and which only tell
// of the speaking.
func TestSpeakers(t *testing.T) {
	tests := []struct{ cue, speaker, text string }{
		{"said", "Anna Poe", "Anna Poe, meanwhile, said the ferry sank."},
		{"said", "Anna Poe", "Anna Poe, speaking in Leeds, said the ferry sank."},
		{"said", "Anna Poe", "Anna Poe, who has sailed it, said the ferry sank."},
		{"said", "Anna Poe, who works on the ferry", "Anna Poe, who works on the ferry, said it sank."},
		{"said", "Anna Poe, 52, a sailor on the line", "“It sank,” said Anna Poe, 52, a sailor on the line."},
		{"said", "the line’s director, Anna Poe", "“It sank,” said the line’s director, Anna Poe, on Monday."},
		{"said", "Anna Poe", "“It sank,” said Anna Poe in a statement."},
		{"said", "Anna Poe", "The ferry was lost and Anna Poe, to her credit, said so."},
		{"blamed", "Anna Poe", "Anna Poe said that the ferry sank and blamed the captain."},
		{"saying", "Anna Poe", "Anna Poe, who has won, left the hall, saying the ferry sank."},
		{"saying", "Anna Poe", "After saying the ferry sank, Anna Poe left the hall."},
		{"saying", "two sailors", "The ferry sank, with two sailors saying it was full."},
		{"alleging", "A lawsuit", "A lawsuit alleging fraud was filed in Leeds."},
		{"backed", "Anna Poe", "The plan backed by Anna Poe would close the yard."},
		{"rejected", "Leeds council", "The plan was rejected by Leeds council on Monday."},
		{"deny", "a judge", "It is rare for a judge to deny such a plea."},
		{"say", "She and her crew", "She and her crew say the ferry sank."},
		{"say", "sailors who know the yard", "But sailors who know the yard say the ferry sank."},
		{"said", "Anna Poe, Robert Roe and their crew", "Anna Poe, Robert Roe and their crew said the ferry sank."},
		{"said", "About 200 sailors", "About 200 sailors said the ferry sank."},
		{"opposition to", "Anna Poe", "Anna Poe’s strong opposition to the plan is known."},
		{"support from", "sailors", "The plan has support from sailors."},
		{"in", "a Harbour Post poll", "Voters want a ferry in a Harbour Post poll."},
		{"said", "I", "I've said that the ferry sank."},
		{"said", "an official", "The ferry sank, an official who asked not to be named said."},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			as := only(t, tt.text).Attributions
			i := slices.IndexFunc(as, func(a claims.Attribution) bool { return a.Cue.Text == tt.cue })
			if i < 0 {
				// An attitude stands behind the words that are given.
				as = attitudesOf(tt.text)
				i = slices.IndexFunc(as, func(a claims.Attribution) bool { return a.Cue.Text == tt.cue })
			}
			if i < 0 {
				t.Fatalf("no cue %q in %+v", tt.cue, as)
			}
			if as[i].Speaker.Text != tt.speaker {
				t.Errorf("%q, want %q", as[i].Speaker.Text, tt.speaker)
			}
		})
	}
}

// attitudesOf returns all that the first sentence of a text is found to give,
// attitudes included.
func attitudesOf(body string) []claims.Attribution {
	d := newDraft(lines(body))
	var as []claims.Attribution
	for _, f := range d.findings(0) {
		as = append(as, f.attribution(d))
	}
	return as
}

// TestContents sees where what is said begins and ends.
func TestContents(t *testing.T) {
	tests := []struct{ cue, content, text string }{
		{"said", "that the ferry sank", "Anna Poe said that the ferry sank and blamed the captain."},
		{"saying", "the ferry sank", "After saying the ferry sank, Anna Poe left the hall."},
		{"said", "the ferry sank", "In a film shown by the line, a sailor said the ferry sank."},
		{"support for", "the plan", "Their support for the plan, he said, is known."},
		{"said", "The ferry sank", "The ferry sank, Anna Poe said."},
	}
	for _, tt := range tests {
		as := attitudesOf(tt.text)
		i := slices.IndexFunc(as, func(a claims.Attribution) bool { return a.Cue.Text == tt.cue })
		if i < 0 || as[i].Content.Text != tt.content {
			t.Errorf("%q: %+v, want %q", tt.text, as, tt.content)
		}
	}
}

func TestInflection(t *testing.T) {
	for lemma, want := range map[string][]string{
		"agree": {"agrees", "agreed", "agreeing"},
		"deny":  {"denies", "denied", "denying"},
		"slam":  {"slams", "slammed", "slamming"},
		"say":   {"says", "said", "saying"},
		"argue": {"argues", "argued", "arguing"},
	} {
		forms := inflect(lemma)
		for _, w := range want {
			if _, ok := forms[w]; !ok {
				t.Errorf("%s has no form %s: %v", lemma, w, forms)
			}
		}
	}
}
