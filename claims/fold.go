package claims

import "strings"

// FoldRune returns what r counts as where only typography is to be ignored:
// curly quotation marks are straight, every dash is a hyphen, an ellipsis is
// three periods, every space is one space, and soft hyphens and zero-width
// characters are nothing. Every other rune, and its case, stands.
func FoldRune(r rune) string {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', '`', '´':
		return "'"
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-"
	case '…':
		return "..."
	case '\t', '\n', '\v', '\f', '\r', '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000':
		return " "
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return ""
	}
	if r >= '\u2000' && r <= '\u200a' {
		return " "
	}
	return string(r)
}

// FoldWords returns s as a sign-off is bound to it: typography folded by
// FoldRune, runs of spaces folded to one, and none at either end. Two texts
// that fold alike differ in nothing that a checker signs for.
func FoldWords(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		for _, f := range FoldRune(r) {
			if f == ' ' {
				space = b.Len() > 0
				continue
			}
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(f)
		}
	}
	return b.String()
}
