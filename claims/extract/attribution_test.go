package extract

import (
	"slices"
	"strings"
	"testing"

	"stet/claims"
	"stet/sources"
)

// last returns the attributions of the last claim of a text whose lines are
// paragraphs.
func last(t *testing.T, body string) (*sources.Text, []claims.Attribution) {
	t.Helper()
	text := lines(body)
	all := Claims(text).Claims
	if len(all) == 0 {
		t.Fatalf("%q holds no claim", body)
	}
	return text, all[len(all)-1].Attributions
}

// TestAntecedents sees who a pronoun or a surname stands for, in words of the
// draft, while the speaker stays the word of the copy.
func TestAntecedents(t *testing.T) {
	tests := []struct{ text, speaker, want string }{
		{"Jane Doe runs the yard. She said it would close.", "She", "Jane Doe"},
		{"Jane Doe met Robert Roe in May.\nHe said the yard would close.", "He", "Robert Roe"},
		{"Jane Doe met Robert Roe in May.\nShe said the yard would close.", "She", "Jane Doe"},
		{"Mrs. Anna Poe left. “It sank,” she said.", "she", "Anna Poe"},
		{"Robert Roe and then John Moe spoke. Roe smiled. He said it sank.", "He", "Robert Roe"},
		{"Priya Rao, 41, came late. The ferry sank, Rao said.", "Rao", "Priya Rao"},
		{"John Moe came late. The ferry sank, Mr. Moe said.", "Mr. Moe", "John Moe"},
		{"Two officials came. They said it sank.", "They", "Two officials"},
		{"Some harbour officials came. The ferry sank, they said.", "they", "Some harbour officials"},
		{"It rained. He said it sank.", "He", ""},
		{"Reuters came late. It said the ferry sank.", "It", ""},
		{"John Moe came late. Fenwick said the ferry sank.", "Fenwick", ""},
		{"“John Moe is a liar,” Anna Poe said. He said it sank.", "He", ""},
		{"John Moe came late. “It sank,” said Anna Poe.", "Anna Poe", ""},
	}
	for _, tt := range tests {
		text, as := last(t, tt.text)
		if len(as) == 0 {
			t.Errorf("%q: no attribution", tt.text)
			continue
		}
		a := as[0]
		if a.Speaker.Text != tt.speaker || a.Antecedent.Text != tt.want {
			t.Errorf("%q: %q stands for %q, want %q for %q", tt.text, a.Speaker.Text, a.Antecedent.Text, tt.speaker, tt.want)
		}
		if got := a.Antecedent.In(text.Body); got != tt.want {
			t.Errorf("%q: the span of %q covers %q", tt.text, tt.want, got)
		}
	}
}

// TestQuotations sees who speaks in a quotation, wherever the speaker stands.
func TestQuotations(t *testing.T) {
	tests := []struct{ name, text, speaker, cue string }{
		{"before", "Anna Poe said: “The ferry sank.”", "Anna Poe", "said"},
		{"after", "“The ferry sank,” Anna Poe said.", "Anna Poe", "said"},
		{"after, inverted", "“The ferry sank,” said Anna Poe, the captain.", "Anna Poe, the captain", "said"},
		{"inside", "“The ferry,” Anna Poe said, “sank at noon.”", "Anna Poe", "said"},
		{"with an office and an age", "“The ferry sank,” said harbour master Anna Poe, 52.", "harbour master Anna Poe, 52", "said"},
		{"next sentence of the same quotation", "“The ferry sank. Nobody swam,” said Anna Poe. “We were lost.”", "Anna Poe", "said"},
		{"next sentence", "“The ferry sank.” So said Anna Poe.", "Anna Poe", "said"},
		{"first of several paragraphs", "“The ferry sank,” said Anna Poe. “It was noon.\n“Nobody swam.\n“We were lost.”", "Anna Poe", "said"},
		{"last of several paragraphs", "“The ferry sank.\n“Nobody swam.\n“We were lost,” Anna Poe said.", "Anna Poe", "said"},
		{"colon in the paragraph before", "Anna Poe was blunt when she said:\n“The ferry sank.”", "she", "said"},
		{"straight marks", "\"The ferry sank,\" said Anna Poe. \"It was noon.\n\"Nobody swam.\"", "Anna Poe", "said"},
		{"signed with a dash", "“The ferry sank.” — Anna Poe, captain", "Anna Poe, captain", "—"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, c := range Claims(lines(tt.text)).Claims {
				if !strings.ContainsAny(c.Text, "“\"") && !strings.Contains(c.Text, "swam") {
					continue // the sentence that only says who spoke
				}
				if len(c.Attributions) == 0 {
					t.Errorf("%q has no attribution", c.Text)
					continue
				}
				if a := c.Attributions[0]; a.Speaker.Text != tt.speaker || a.Cue.Text != tt.cue {
					t.Errorf("%q: %q of %q, want %q of %q", c.Text, a.Cue.Text, a.Speaker.Text, tt.cue, tt.speaker)
				}
			}
		})
	}
}

// TestClosedQuotation sees that a quotation that has ended lends its speaker to
// no other.
func TestClosedQuotation(t *testing.T) {
	_, as := last(t, "“The ferry sank,” said Anna Poe.\n“We were lost.”")
	if len(as) != 1 || as[0].Speaker.Text != "" {
		t.Errorf("got %+v, want an undecided attribution", as)
	}
}

// TestHeadlines sees who speaks in a headline.
func TestHeadlines(t *testing.T) {
	tests := []struct{ text, speaker, content string }{
		{"Court: Ferry deal must stand", "Court", "Ferry deal must stand"},
		{"Poe: ‘We will fight on’", "Poe", "‘We will fight on’"},
		{"Harbour report: Ferry was overloaded", "Harbour report", "Ferry was overloaded"},
		{"Poe to staff: No ferry will sail", "Poe", "No ferry will sail"},
		{"Ferry was overloaded - report", "report", "Ferry was overloaded"},
		{"Ferry was overloaded — sources", "sources", "Ferry was overloaded"},
		{"Ferry line to cut 40 jobs, union says", "union", "Ferry line to cut 40 jobs"},
		{"Breaking: Ferry sinks", "", ""},
		{"The latest: Ferry sinks", "", ""},
		{"Update 2: Ferry sinks", "", ""},
		{"Ferry sinks - two dead", "", ""},
	}
	for _, tt := range tests {
		text := lines(tt.text)
		text.Blocks[0].Kind = sources.Heading
		as := Claims(text).Claims[0].Attributions
		switch {
		case tt.speaker == "" && len(as) > 0:
			t.Errorf("%q: %+v, want none", tt.text, as)
		case tt.speaker != "" && (len(as) == 0 || as[0].Speaker.Text != tt.speaker || as[0].Content.Text != tt.content):
			t.Errorf("%q: %+v, want %q of %q", tt.text, as, tt.content, tt.speaker)
		}
	}
}

// TestMoods tells plain words apart from those denied, not given, asked for or
// only supposed.
func TestMoods(t *testing.T) {
	tests := []struct {
		text   string
		label  claims.Label
		mood   claims.Mood
		denied bool
	}{
		{"Poe said that the ferry sank.", reported, "", false},
		{"Poe did not say that the ferry sank.", own, claims.Negated, false},
		{"Poe never said the ferry sank.", own, claims.Negated, false},
		{"Poe denied that the ferry sank.", reported, "", true},
		{"Poe did not deny that the ferry sank.", reported, claims.Negated, false},
		{"Poe asked whether the ferry sank.", own, claims.Asked, false},
		{"“Did the ferry sink?” Poe asked.", reported, claims.Asked, false},
		{"If Poe says the ferry sank, the line will pay.", own, claims.Conditional, false},
		{"Poe may announce that the ferry is lost.", own, claims.Conditional, false},
		{"Halden is expected to announce that the ferry is lost.", own, claims.Conditional, false},
	}
	for _, tt := range tests {
		c := only(t, tt.text)
		if len(c.Attributions) == 0 {
			t.Errorf("%q: no attribution", tt.text)
			continue
		}
		at := slices.IndexFunc(c.Attributions, func(a claims.Attribution) bool { return a.Mood == tt.mood })
		if a := c.Attributions[max(0, at)]; c.Label != tt.label || a.Mood != tt.mood || a.Denied != tt.denied {
			t.Errorf("%q: label %q, mood %q, denied %t; want %q, %q, %t", tt.text, c.Label, a.Mood, a.Denied, tt.label, tt.mood, tt.denied)
		}
	}
	for _, question := range []string{"Did Poe say that the ferry sank?", "Who said the ferry sank?"} {
		if found := Claims(lines(question)).Claims; len(found) > 0 {
			t.Errorf("%q is held to be a claim: %+v", question, found)
		}
	}
}

// TestNoAttributions lists sentences whose words only look like cues.
func TestNoAttributions(t *testing.T) {
	for _, text := range []string{
		"Halden added 200 jobs in Ohio.",
		"He announced himself at the desk.",
		"She reported to the manager of the yard.",
		"Corvane filed for an initial public offering.",
		"The stated goal is to halve the cost.",
		"Ferries cost more than, say, buses.",
		"The three states that vote early hold half of the seats.",
		"The delegates pledged delegates to nobody.",
		"Turnout fell by 12 percentage points to 40 percent.",
		"The crew found itself alone at sea.",
		"He went back to the yard.",
		"The captain charged $40 a seat.",
		"Prices rose 3 percent, not to mention the tax.",
		"The presidential nominating contest begins in May.",
		"The yard looks like a field.",
		"The radio show runs at noon.",
	} {
		for _, c := range Claims(lines(text)).Claims {
			if len(c.Attributions) > 0 {
				t.Errorf("%q: %+v, want none", text, c.Attributions)
			}
		}
	}
}

// TestSpeakerKinds tells the sorts of speaker apart.
func TestSpeakerKinds(t *testing.T) {
	tests := []struct {
		kind claims.SpeakerKind
		text string
	}{
		{claims.Named, "Anna Poe said the ferry sank."},
		{claims.Named, "Harbour master Anna Poe said the ferry sank."},
		{claims.Named, "Ms. Poe said the ferry sank."},
		{claims.Named, "“It sank,” said Anna Poe, a lawyer for the line."},
		{claims.Unnamed, "People familiar with the matter said the ferry sank."},
		{claims.Unnamed, "Two officials said the ferry sank."},
		{claims.Unnamed, "The lawyer said the ferry sank."},
		{claims.Unnamed, "A person briefed on the talks said the ferry sank."},
		{claims.Document, "The ferry sank, according to court filings."},
		{claims.Document, "The complaint says the ferry sank."},
		{claims.Document, "A Harbour Post poll showed that voters want a ferry."},
		{claims.Document, "In a Harbour Post poll, 60 percent of voters wanted a ferry."},
		{claims.Institution, "Reuters reported that the ferry sank."},
		{claims.Institution, "The Harbour Post reported that the ferry sank."},
		{claims.Institution, "The company said the ferry sank."},
		{claims.Institution, "A spokesman for Halden said the ferry sank."},
		{claims.Institution, "Halden said it lost the ferry."},
		{claims.Institution, "The Securities and Exchange Commission said the ferry sank."},
		{"", "The ferry reportedly sank."},
	}
	for _, tt := range tests {
		c := only(t, tt.text)
		if len(c.Attributions) == 0 {
			t.Errorf("%q: no attribution", tt.text)
			continue
		}
		if got := c.Attributions[0].Kind; got != tt.kind {
			t.Errorf("%q: %q, want %q (%q)", tt.text, got, tt.kind, c.Attributions[0].Speaker.Text)
		}
	}
}

// TestRecords sees on which terms a speaker spoke, and which words tell it.
func TestRecords(t *testing.T) {
	tests := []struct {
		text, speaker string
		record        claims.Record
		terms         string
	}{
		{"An official, speaking on condition of anonymity, said the ferry sank.", "An official", claims.Anonymity, "on condition of anonymity"},
		{"“It sank,” said an aide who asked not to be named.", "an aide", claims.Anonymity, "asked not to be named"},
		{"“It sank,” said a sailor, who declined to be identified.", "a sailor", claims.Anonymity, "declined to be identified"},
		{"The ferry sank, an official said on background.", "an official", claims.OnBackground, "on background"},
		{"Anna Poe said on the record that the ferry sank.", "Anna Poe", claims.OnRecord, "on the record"},
		{"An official said the ferry sank. He spoke on the condition of anonymity.", "An official", claims.Anonymity, "on the condition of anonymity"},
		{"Anna Poe said the ferry sank. It rained.", "Anna Poe", "", ""},
		{"The log, an official said on condition of anonymity, shows it.", "an official", claims.Anonymity, "on condition of anonymity"},
	}
	for _, tt := range tests {
		text := lines(tt.text)
		as := Claims(text).Claims[0].Attributions
		i := slices.IndexFunc(as, func(a claims.Attribution) bool { return a.Speaker.Text == tt.speaker })
		if i < 0 {
			t.Errorf("%q: %+v, want a word of %q", tt.text, as, tt.speaker)
			continue
		}
		if a := as[i]; a.Record != tt.record || a.Terms.Text != tt.terms || a.Terms.In(text.Body) != tt.terms {
			t.Errorf("%q: %q by %q, want %q by %q", tt.text, a.Record, a.Terms.Text, tt.record, tt.terms)
		}
	}
}

// TestChains sees that second-hand words keep their order: who tells it first,
// then whom that rests on, each with its cue.
func TestChains(t *testing.T) {
	tests := []struct {
		text  string
		links []string // speaker and cue
	}{
		{"Reuters reported, citing court filings, that the ferry sank.", []string{"Reuters: reported", "court filings: citing"}},
		{"The Harbour Post, citing court filings, reported that the ferry sank.", []string{"The Harbour Post: reported", "court filings: citing"}},
		{"The ferry sank, the Harbour Post reported, citing two officials.", []string{"the Harbour Post: reported", "two officials: citing"}},
		{"The ferry sank, Anna Poe said, according to the log book.", []string{"Anna Poe: said", "the log book: according to"}},
		{"Prosecutors said Anna Poe told a friend that the ferry sank.", []string{"Prosecutors: said", "Anna Poe: told"}},
		{"According to the Harbour Post, Anna Poe said the ferry sank.", []string{"the Harbour Post: According to", "Anna Poe: said"}},
	}
	for _, tt := range tests {
		var got []string
		for _, a := range only(t, tt.text).Attributions {
			got = append(got, a.Speaker.Text+": "+a.Cue.Text)
		}
		if !slices.Equal(got, tt.links) {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.links)
		}
	}
}
