package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is the length of the longest word that any lexicon here has, in
// bytes; a longer one is looked up nowhere.
const longestWord = 16

// wordAt returns the word of ASCII letters that begins at an offset, in lower
// case, and where it ends. It is "" where none begins there, or where the word
// has a letter that is not ASCII or is longer than any that a lexicon has; the
// end is that of the whole word then too.
func wordAt(text string, at int) (word string, end int) {
	end = at
	lower := true
	for end < len(text) && isLetter(text[end]) {
		lower = lower && text[end] >= 'a'
		end++
	}
	if end < len(text) && text[end] >= utf8.RuneSelf {
		if after := lettersEnd(text, end); after > end {
			return "", after
		}
	}
	switch {
	case end-at > longestWord:
		return "", end
	case lower:
		return text[at:end], end
	}
	return strings.ToLower(text[at:end]), end
}

// lettersEnd returns where the run of letters and marks of any script ends
// that begins at an offset.
func lettersEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		at += size
	}
	return at
}

// wordBefore returns the word of ASCII letters that ends at an offset, in lower
// case, and where it begins.
func wordBefore(text string, at int) (word string, start int) {
	start = at
	for start > 0 && isLetter(text[start-1]) {
		start--
	}
	return strings.ToLower(text[start:at]), start
}

// startsWord reports whether a word or a figure can begin at an offset: no
// letter or digit stands right before it.
func startsWord(text string, at int) bool {
	if at == 0 {
		return true
	}
	if b := text[at-1]; b < utf8.RuneSelf {
		return !isLetter(b) && !isDigit(b) && b != '_'
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// spaces returns where the white space ends that begins at an offset. It
// crosses one line end at most: what stands in the next paragraph is not of
// one figure with what stands in this.
func spaces(text string, at int) int {
	lines := 0
	for at < len(text) {
		switch b := text[at]; {
		case b == '\n':
			if lines++; lines > 1 {
				return at
			}
			at++
		case b == ' ' || b == '\t' || b == '\r':
			at++
		case b == 0xC2 && strings.HasPrefix(text[at:], "\u00a0"):
			at += len("\u00a0")
		case b == 0xE2 && (strings.HasPrefix(text[at:], "\u2009") || strings.HasPrefix(text[at:], "\u202f")):
			at += len("\u2009")
		default:
			return at
		}
	}
	return at
}

// joint is what stands between two words of one figure.
type joint int

// The joints.
const (
	apart    joint = iota // neither of these
	touching              // nothing
	spaced                // white space
	hyphened              // a hyphen, with or without white space around it
)

// jointAt returns the joint that begins at an offset and where it ends.
func jointAt(text string, at int) (joint, int) {
	end := spaces(text, at)
	if end < len(text) && text[end] == '-' {
		after := spaces(text, end+1)
		if (after > end+1) == (end > at) { // "ninety-five", "ninety - five"; "40 -five" is none
			return hyphened, after
		}
		return apart, at
	}
	switch {
	case end > at:
		return spaced, end
	case end < len(text):
		return touching, end
	}
	return apart, at
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
