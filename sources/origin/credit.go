package origin

import (
	"slices"
	"strings"

	"stet/sources"
)

// agencies are the news agencies whose stories others print, each with the ways
// in which it is credited.
var agencies = []struct {
	name    string
	credits []string
}{
	{"Reuters", []string{"Reuters", "Thomson Reuters"}},
	{"The Associated Press", []string{"AP", "A.P.", "Associated Press", "The Associated Press", "AP News"}},
	{"Agence France-Presse", []string{"AFP", "Agence France-Presse", "Agence France Presse"}},
	{"Bloomberg", []string{"Bloomberg", "Bloomberg News"}},
	{"dpa", []string{"dpa", "DPA", "Deutsche Presse-Agentur"}},
	{"PA Media", []string{"PA", "PA Media", "Press Association"}},
	{"United Press International", []string{"UPI", "United Press International"}},
	{"The Canadian Press", []string{"CP", "The Canadian Press", "Canadian Press"}},
	{"EFE", []string{"EFE", "Agencia EFE"}},
	{"ANSA", []string{"ANSA"}},
	{"Kyodo News", []string{"Kyodo", "Kyodo News"}},
	{"Xinhua", []string{"Xinhua", "Xinhua News Agency"}},
	{"TASS", []string{"TASS", "ITAR-TASS"}},
	{"Australian Associated Press", []string{"AAP", "Australian Associated Press"}},
	{"Press Trust of India", []string{"PTI", "Press Trust of India"}},
	{"Asian News International", []string{"ANI", "Asian News International"}},
	{"Indo-Asian News Service", []string{"IANS", "Indo-Asian News Service"}},
	{"Dow Jones Newswires", []string{"Dow Jones", "Dow Jones Newswires"}},
	{"States Newsroom", []string{"States Newsroom"}},
	{"Tribune News Service", []string{"TNS", "Tribune News Service"}},
}

// agencyNamed returns the agency that a credit stands for, or "". Initials count
// only as the agency writes them.
func agencyNamed(credit string) string {
	for _, a := range agencies {
		for _, c := range a.credits {
			if credit == c || len(c) > 4 && strings.EqualFold(credit, c) {
				return a.name
			}
		}
	}
	return ""
}

// agencyOf returns the agency that a document is credited to, or "". A name in
// brackets counts only where a credit stands, for pictures are credited too.
func agencyOf(t *sources.Text) string {
	body := strings.TrimSpace(t.Body)
	credits := slices.Concat([]string{t.Publisher}, bylineCredits(t.Byline),
		datelines(body[:min(len(body), 600)]), lineCredits(body))
	for _, credit := range credits {
		if name := agencyNamed(credit); name != "" {
			return name
		}
	}
	return ""
}

// bylineCredits returns what a byline may name beside people: each of its parts,
// and the last one and two words of each ("Jane Roe Associated Press").
func bylineCredits(byline string) []string {
	var credits []string
	for part := range strings.FieldsFuncSeq(byline, func(r rune) bool { return strings.ContainsRune(",|/;()•", r) }) {
		words := strings.Fields(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(part), "By "), " Staff"))
		for n := range words {
			if n == 0 || n >= len(words)-2 {
				credits = append(credits, strings.Join(words[n:], " "))
			}
		}
	}
	return credits
}

// datelines returns what stands in brackets before a dash or a colon:
// "HOLM, Nov 23 (Reuters) - ".
func datelines(head string) []string {
	var credits []string
	for {
		_, rest, found := strings.Cut(head, "(")
		name, after, closed := strings.Cut(rest, ")")
		if !found || !closed {
			return credits
		}
		after = strings.TrimSpace(after)
		if after != "" && slices.ContainsFunc([]string{"-", "–", "—", ":"}, func(mark string) bool { return strings.HasPrefix(after, mark) }) {
			credits = append(credits, name)
		}
		head = rest
	}
}

// lineCredits returns the first and last few lines that may be a credit and
// nothing else, without what credits begin with, and what stands in brackets at
// the end.
func lineCredits(body string) []string {
	const ends = 4
	var lines []string
	for line := range strings.Lines(body) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) > 2*ends {
		lines = slices.Concat(lines[:ends], lines[len(lines)-ends:])
	}
	var credits []string
	for _, line := range lines {
		if strings.HasPrefix(line, "By ") {
			credits = append(credits, bylineCredits(line)...)
		}
		for _, lead := range []string{"Source: ", "From ", "© ", "— ", "-- "} {
			line = strings.TrimPrefix(line, lead)
		}
		credits = append(credits, strings.Trim(line, "()[]."))
	}
	if i := strings.LastIndexByte(body, '('); i >= 0 && strings.HasSuffix(body, ")") {
		credits = append(credits, body[i+1:len(body)-1])
	}
	return credits
}
