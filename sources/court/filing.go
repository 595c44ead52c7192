package court

import (
	"strings"

	"stet/sources"
)

// captionWindow is how many bytes of a paper its caption may begin within.
const captionWindow = 6000

// IsFiling reports whether t is a paper filed with a court: a page of it bears
// a filing stamp, or its first line does where it has no pages, or it opens with
// a court's caption, which names the court, the parties and the case.
func IsFiling(t *sources.Text) bool {
	for _, p := range t.Pages {
		if len(p.Stamps) > 0 {
			return true
		}
	}
	head := t.Body[:min(len(t.Body), captionWindow)]
	return len(t.Pages) == 0 && opensStamped(head) || hasCaption(head)
}

// opensStamped reports whether a text begins with a stamp that fills a line and
// names the case and the document, as the text of a paper does that was saved
// without its pages.
func opensStamped(head string) bool {
	stamps := Find(head)
	if len(stamps) == 0 {
		return false
	}
	first := stamps[0]
	return first.Start < first.End && first.Case != "" && first.Document != "" && strings.TrimSpace(head[:first.Start]) == ""
}

func hasCaption(head string) bool {
	head = strings.ToUpper(strings.Join(strings.Fields(head), " "))
	return containsAny(head, "UNITED STATES DISTRICT COURT", "UNITED STATES BANKRUPTCY COURT", "UNITED STATES COURT OF APPEALS", "SUPERIOR COURT OF", "SUPREME COURT OF THE", "DISTRICT COURT FOR THE", "COURT OF CHANCERY") &&
		containsAny(head, " V. ", " VS. ", " V ", "IN RE") &&
		containsAny(head, "CASE NO", "CIVIL ACTION", "NO. ", "DOCKET", "INDEX NO", "C.A. NO") &&
		containsAny(head, "PLAINTIFF", "DEFENDANT", "PETITIONER", "APPELLANT", "DEBTOR")
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
