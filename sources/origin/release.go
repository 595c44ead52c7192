package origin

import "strings"

// distributors are the services that send out press releases, each with the
// marks that it puts before the first sentence.
var distributors = []struct {
	name  string
	marks []string
}{
	{"PR Newswire", []string{"/PRNewswire", "PRNewswire/", "(PR NEWSWIRE)"}},
	{"Business Wire", []string{"(BUSINESS WIRE)", "(Business Wire)", "--BUSINESS WIRE--"}},
	{"GlobeNewswire", []string{"(GLOBE NEWSWIRE)", "(GlobeNewswire)", "/GlobeNewswire/", "GLOBE NEWSWIRE --"}},
	{"EIN Presswire", []string{"/EINPresswire.com/"}},
	{"ACCESSWIRE", []string{"/ ACCESSWIRE /", "/ACCESSWIRE/", "(ACCESSWIRE)", "- ACCESSWIRE"}},
	{"Newsfile", []string{"(Newsfile Corp", "/Newsfile"}},
	{"Marketwired", []string{"(Marketwired", "(MARKETWIRE", "/Marketwired/"}},
	{"CNW", []string{"/CNW/", "/CNW Telbec/"}},
	{"PRWeb", []string{"(PRWEB)", "(PRWeb)"}},
	{"news aktuell", []string{"(ots)", "(ots/PRNewswire)"}},
}

// distributorOf returns the service that sent out a text as a press release, as
// the line before its first sentence says, or "".
func distributorOf(body string) string {
	const headBytes = 1500 // title, subtitles and date line
	head := body[:min(len(body), headBytes)]
	for _, d := range distributors {
		for _, mark := range d.marks {
			if strings.Contains(head, mark) {
				return d.name
			}
		}
	}
	return ""
}
