package court

import (
	"strings"

	"stet/sources"
)

// Unstamped returns t's Body with a space for each byte of its stamps, so that
// words which run on from one page to the next stand together and every offset
// stays true. A stamp that shares its line with other words is left.
func Unstamped(t *sources.Text) string {
	var b strings.Builder
	at := 0
	for _, p := range t.Pages {
		if len(p.Stamps) == 0 {
			continue
		}
		for _, s := range Find(t.Body[p.Start:p.End]) {
			from, to := p.Start+s.Start, p.Start+s.End
			if from == to || from < at {
				continue
			}
			b.WriteString(t.Body[at:from])
			b.WriteString(strings.Repeat(" ", to-from))
			at = to
		}
	}
	if at == 0 {
		return t.Body
	}
	b.WriteString(t.Body[at:])
	return b.String()
}
