package court

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isStamp reports whether enough was read to be a stamp. A line of nothing but
// fields is one where it has what only a filing system prints, or the case and
// two fields more; where it tells no page, it must also be lonely: no part of
// the text around it. With other words in its line, a stamp must have date and
// page, and the words be no sentence that goes on through it.
func (r *reading) isStamp(lonely bool) bool {
	s := &r.stamp
	dated := s.Filed != "" || s.Entered != ""
	alone := isMargin(r.before) && r.isWhole()
	switch {
	case r.proofs > 0 && alone:
		return dated || s.Case != "" && s.Document != ""
	case s.Case == "" || s.Document == "" && !dated || r.fields < 3:
		return false
	case alone:
		return s.Page > 0 || s.Of > 0 || s.Entered != "" || lonely && !isCited(s.Line)
	}
	return s.Page > 0 && dated && !leadsOn(r.before, r.isComplete()) && !goesOn(r.tail)
}

// isCited reports whether a line that says little is punctuated as a sentence
// that cites a filing, and not as a stamp.
func isCited(line string) bool {
	return strings.Contains(line, ",") || strings.Contains(line, " No.")
}

// maxMargin is how long a line's number or mark before a stamp may be.
const maxMargin = 4

// isMargin reports whether what stands before a stamp is no word: the number of
// the line, a mark.
func isMargin(before string) bool {
	return len(before) <= maxMargin && !strings.ContainsFunc(before, unicode.IsLetter)
}

// leads are words after which a sentence cites what follows.
var leads = []string{"see", "in", "at", "from", "citing", "quoting", "of", "as", "and", "or", "under", "with", "by", "the", "to", "is", "was", "cf.", "also", "e.g."}

// leadsOn reports whether a sentence leads on from before into what follows.
// Before a complete stamp, only words that cite do: others may be a heading
// over which it is printed.
func leadsOn(before string, complete bool) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	if slices.Contains(leads, strings.ToLower(last)) || strings.HasSuffix(last, ",") || strings.HasSuffix(last, "(") {
		return true
	}
	return !complete && strings.ContainsFunc(last, unicode.IsLower) && !strings.ContainsAny(last[len(last)-1:], ".:;)”\"")
}

// goesOn reports whether a sentence goes on with after.
func goesOn(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return after != "" && (unicode.IsLower(r) || strings.ContainsRune(".,;:)]”’\"'", r))
}
