package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// FoldWords returns s as a sign-off is bound to it. Two texts that fold alike
// differ in nothing that a checker signs for: in what FoldRune folds, in
// spaces, in single or double quotation marks, in a hyphen between two letters
// ("long-term", "longterm"), in how a dash is set off ("open—since", "open –
// since"), and in the case of the first letter. A quotation mark more or less,
// a comma, or any other capital is a difference.
func FoldWords(s string) string {
	f := folding{runes: visible(s)}
	f.out.Grow(len(s))
	for f.at < len(f.runes) {
		f.step()
	}
	return f.out.String()
}

// visible returns the runes of s that FoldRune does not fold to nothing.
func visible(s string) []rune {
	runes := make([]rune, 0, len(s))
	for _, r := range s {
		if r < utf8.RuneSelf || FoldRune(r) != "" {
			runes = append(runes, r)
		}
	}
	return runes
}

// folding is the work of FoldWords.
type folding struct {
	runes []rune
	at    int
	out   strings.Builder
	space bool // a space is due before what comes next
	begun bool // the first letter is written
}

func (f *folding) step() {
	r := f.runes[f.at]
	f.at++
	if f.begun && isPlain(r) { // most are: the rest would come to the same
		f.due()
		f.out.WriteByte(byte(r))
		return
	}
	switch folded := FoldRune(r); folded {
	case " ":
		f.space = true
	case "-":
		f.dash(r)
	case "'":
		if !isWord(f.near(-2)) || !isWord(f.near(0)) {
			folded = `"` // no apostrophe
		}
		f.write(folded)
	default:
		if !f.begun && unicode.IsLetter(r) {
			f.begun, folded = true, string(unicode.ToLower(r))
		}
		f.write(folded)
	}
}

// dash writes a hyphen or dash: one between letters not at all, one that sets
// off words with a space on either side.
func (f *folding) dash(r rune) {
	before, long := f.near(-2), r == '—' || r == '―'
	for f.near(0) == '-' {
		f.at, long = f.at+1, true // "--" is a typewriter's dash
	}
	after := f.near(0)
	switch {
	case !long && unicode.IsLetter(before) && unicode.IsLetter(after):
	case long && !(unicode.IsDigit(before) && unicode.IsDigit(after)), isSpace(before) && isSpace(after):
		f.space = true
		f.write("-")
		f.space = true
	default:
		f.write("-")
	}
}

// near returns the rune so far from the one that comes next, or a space beyond
// either end.
func (f *folding) near(by int) rune {
	if at := f.at + by; at >= 0 && at < len(f.runes) {
		return f.runes[at]
	}
	return ' '
}

func (f *folding) write(s string) {
	f.due()
	f.out.WriteString(s)
}

// due writes the space that is due.
func (f *folding) due() {
	if f.space && f.out.Len() > 0 {
		f.out.WriteByte(' ')
	}
	f.space = false
}

// isPlain reports whether r is a letter or digit that only ASCII has.
func isPlain(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

func isSpace(r rune) bool { return FoldRune(r) == " " }

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
