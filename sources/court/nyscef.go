package court

import (
	"regexp"
	"strings"
	"sync"
)

// footPage is the page number that NYSCEF prints alone at a page's foot.
var footPage = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d{1,4}) of (\d{1,4})$`) })

// numberPages gives the stamps of NYSCEF the page that it prints apart from
// them, at the foot.
func numberPages(found []Found, lines []line) []Found {
	for i := range found {
		s := &found[i].Stamp
		if s.Page > 0 || !strings.Contains(s.Line, "NYSCEF") {
			continue
		}
		for _, l := range lines[max(0, len(lines)-edge):] {
			if m := footPage().FindStringSubmatch(l.words); m != nil {
				s.Page, s.Of = count(m[1]), count(m[2])
			}
		}
	}
	return found
}
