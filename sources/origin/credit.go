package origin

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"stet/sources"
)

// agencies are the news agencies whose stories others print, each with the ways
// in which it is credited.
var agencies = []struct {
	name    string
	credits []string
}{
	{"Reuters", []string{"Reuters", "Thomson Reuters"}},
	{"The Associated Press", []string{"AP", "Associated Press", "The Associated Press"}},
	{"Agence France-Presse", []string{"AFP", "Agence France-Presse"}},
	{"Bloomberg", []string{"Bloomberg", "Bloomberg News"}},
	{"dpa", []string{"dpa", "Deutsche Presse-Agentur"}},
	{"PA Media", []string{"PA", "PA Media", "Press Association"}},
	{"United Press International", []string{"UPI"}},
	{"The Canadian Press", []string{"The Canadian Press", "Canadian Press"}},
	{"EFE", []string{"EFE", "Agencia EFE"}},
	{"ANSA", []string{"ANSA"}},
	{"Kyodo News", []string{"Kyodo", "Kyodo News"}},
	{"Xinhua", []string{"Xinhua"}},
	{"TASS", []string{"TASS"}},
	{"Australian Associated Press", []string{"AAP", "Australian Associated Press"}},
	{"Press Trust of India", []string{"PTI", "Press Trust of India"}},
	{"Dow Jones Newswires", []string{"Dow Jones", "Dow Jones Newswires"}},
}

// agencyOf returns the agency that a document is credited to: as its publisher
// or byline, in the dateline before its first sentence, or in a credit of its
// own at either end. It is "" where none is.
func agencyOf(t *sources.Text) string {
	body := strings.TrimSpace(t.Body)
	head, tail := body[:min(len(body), 600)], body[max(0, len(body)-300):]
	for _, a := range agencies {
		for _, credit := range a.credits {
			if strings.EqualFold(t.Publisher, credit) || hasWord(t.Byline, credit) ||
				strings.Contains(head, "("+credit+")") || strings.Contains(tail, "("+credit+")") ||
				isLine(head, credit) || isLine(tail, credit) {
				return a.name
			}
		}
	}
	return ""
}

// hasWord reports whether words hold others whole, in the same case.
func hasWord(words, want string) bool {
	for i := strings.Index(words, want); i >= 0; {
		before, after := words[:i], words[i+len(want):]
		if !strings.HasSuffix(before, "-") && (before == "" || !unicode.IsLetter(rune(before[len(before)-1]))) && (after == "" || !unicode.IsLetter(rune(after[0]))) {
			return true
		}
		next := strings.Index(words[i+1:], want)
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// isLine reports whether one of the lines is a credit and nothing else.
func isLine(text, credit string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		for _, lead := range []string{"", "By ", "Source: ", "From ", "© ", "— ", "By the "} {
			if strings.EqualFold(line, lead+credit) {
				return true
			}
		}
	}
	return false
}

// reliance recognises what a document says of whose report it rests on, with
// the publisher's name.
var reliance = sync.OnceValue(func() *regexp.Regexp {
	const name = `(?:the\s+)?((?:\p{Lu}[\pL&.'’-]*)(?:\s+(?:\p{Lu}[\pL&.'’-]*|of|and|the))*)`
	return regexp.MustCompile(`(?:[Ff]irst\s+reported\s+by|[Ff]irst\s+(?:published|appeared)\s+in|[Aa]ccording\s+to\s+a(?:n\s+\w+)?\s+(?:report|story|article|investigation)\s+(?:in|by|from)|` +
		`[Aa]s\s+(?:first\s+)?reported\s+by|[Cc]iting\s+a\s+report\s+(?:in|by)|was\s+reported\s+earlier\s+by|[Rr]epublished\s+from|[Oo]riginally\s+(?:published|appeared)\s+(?:in|on|by))\s+` + name)
})

// reliedOn returns the folded names of the publishers whose reports a text says
// it rests on.
func reliedOn(text string) []string {
	var names []string
	for _, m := range reliance().FindAllStringSubmatch(text, 20) {
		if name := foldName(strings.TrimRight(m[1], ".'’-")); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// foldName makes publishers' names comparable: without "The" and "'s", in lower
// case.
func foldName(name string) string {
	name = strings.ToLower(strings.Join(strings.Fields(name), " "))
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	return strings.TrimPrefix(name, "the ")
}
