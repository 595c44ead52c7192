package court

import (
	"regexp"
	"strings"
	"sync"
	"time"
)

// date is a day as stamps print it, in one group: "08/05/24", "1/2/2020", "Jan
// 02 2020", "January 2, 2020", "2020 Aug-15", "24 January, 2020".
const date = `(\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})\b|` + month + ` \d{1,2},? \d{4}\b|\d{4} ` + month + `-\d{1,2}\b|\d{1,2} ` + month + `,? \d{4}\b)`

const month = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?`

// clock is a time of day that may follow a date, with its zone.
const clock = `(?:,? (?:at )?(?:[AP]M )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: [ECMPAH][SD]T\b)?)?`

// dayLayouts are the forms of date, once dashes are strokes and months have
// three letters.
var dayLayouts = []string{"1/2/2006", "1/2/06", "Jan 2 2006", "2006 Jan/2", "2 Jan 2006"}

var monthForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z]{3,}\.?`) })

// day returns a day of one of the forms of date as YYYY-MM-DD, or "" where no
// calendar has it. A year of two digits is the nearest that Go's time package
// gives it: 1969 to 2068, which holds all filings that bear a stamp.
func day(s string) string {
	s = strings.NewReplacer("-", "/", ",", "").Replace(s)
	s = monthForm().ReplaceAllStringFunc(s, func(name string) string { return name[:3] })
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
