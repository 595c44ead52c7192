package footnote

import (
	"strings"

	"stet/sources"
)

// HeldKinds lists the words by which a text names a source held elsewhere,
// with its kind; "" where the words leave it open. Longer words come before
// those that they begin with.
var HeldKinds = []struct {
	Words string
	Kind  sources.Kind
	Bare  bool // a name may follow without "with" or "from": "tel. Dana Scott"
}{
	{"earnings call", sources.EarningsCall, false},
	{"phone call", sources.Call, false},
	{"video call", sources.Call, false},
	{"telephone call", sources.Call, false},
	{"telephone conversation", sources.Call, false},
	{"phone conversation", sources.Call, false},
	{"phone interview", sources.Call, false},
	{"telephone interview", sources.Call, false},
	{"telephone", sources.Call, true},
	{"tel.", sources.Call, true},
	{"tel", sources.Call, true},
	{"by phone", sources.Call, false},
	{"by telephone", sources.Call, false},
	{"call", sources.Call, false},
	{"interview", sources.Interview, false},
	{"interviewed", sources.Interview, true},
	{"in person", sources.Interview, false},
	{"conversation", sources.Interview, false},
	{"meeting", sources.Interview, false},
	{"by email", sources.Email, false},
	{"by e-mail", sources.Email, false},
	{"emails", sources.Email, false},
	{"email", sources.Email, false},
	{"e-mails", sources.Email, false},
	{"e-mail", sources.Email, false},
	{"text message", "", false},
	{"text messages", "", false},
	{"messages", "", false},
	{"message", "", false},
	{"letter", sources.Document, false},
	{"notes", sources.Notes, false},
	{"notebook", sources.Notes, true},
	{"field notes", sources.Notes, false},
	{"diary", sources.Notes, false},
	{"memo", sources.Memo, false},
	{"memorandum", sources.Memo, false},
	{"contract", sources.Contract, false},
	{"statement", sources.Statement, false},
	{"written statement", sources.Statement, false},
	{"press release", sources.PressRelease, false},
	{"press conference", sources.Statement, false},
	{"hearing transcript", sources.CourtTranscript, false},
	{"court transcript", sources.CourtTranscript, false},
	{"deposition", sources.CourtTranscript, false},
	{"testimony", sources.CourtTranscript, false},
	{"post on", sources.SocialPost, true},
	{"tweet", sources.SocialPost, false},
	{"book", sources.Book, false},
	{"confidential source", "", true},
	{"anonymous source", "", true},
	{"background source", "", true},
}

// heldLeads are words that may stand before those of HeldKinds.
var heldLeads = []string{
	"a", "an", "the", "my", "our", "author's", "reporter's", "writer's", "authors'", "recorded", "follow-up",
	"second", "first", "background", "confidential", "in", "via", "video", "signal", "zoom", "handwritten",
}

// heldLinks are words that may follow those of HeldKinds.
var heldLinks = []string{"with", "from", "to", "by", "of", "between", "and", "on", "for", "at", "dated"}

// heldKind returns the row of HeldKinds that words begin with, and how many
// words it takes with those that may stand before it; 0 for none.
func heldKind(words []string) (kind sources.Kind, named bool, n int) {
	lead := 0
	for lead < len(words) && contains(heldLeads, words[lead]) && !beginsKind(words[lead:]) {
		lead++
	}
	for _, row := range HeldKinds {
		cue := strings.Fields(row.Words)
		if !hasWords(words[lead:], cue) {
			continue
		}
		n := lead + len(cue)
		follows := n == len(words) || contains(heldLinks, words[n]) || dateLength(words[n:]) > 0 ||
			row.Bare || strings.HasSuffix(words[n-1], ":") || strings.HasPrefix(words[n], "(")
		if follows {
			return row.Kind, row.Bare, n
		}
	}
	return "", false, 0
}

func beginsKind(words []string) bool {
	for _, row := range HeldKinds {
		if hasWords(words, strings.Fields(row.Words)) {
			return true
		}
	}
	return false
}

// hasWords reports whether words begin with cue, punctuation and case apart.
func hasWords(words, cue []string) bool {
	if len(words) < len(cue) {
		return false
	}
	for i, c := range cue {
		if bare(words[i]) != bare(c) {
			return false
		}
	}
	return true
}

// bare returns word in lower case, with straight apostrophes, without the
// punctuation around it.
func bare(word string) string {
	word = strings.ReplaceAll(word, "’", "'")
	return strings.ToLower(strings.Trim(word, ".,:()"))
}

func contains(list []string, word string) bool {
	word = bare(word)
	for _, l := range list {
		if l == word {
			return true
		}
	}
	return false
}
