package facts

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stet/claims"
)

// nameSpans yields where the words of a text stand: runs of letters and digits
// with inner apostrophes, hyphens and ampersands, initials with their period,
// and abbreviations such as U.S.
func nameSpans(text string) iter.Seq[claims.Span] {
	return func(yield func(claims.Span) bool) {
		for at := 0; at < len(text); {
			if b := text[at]; b < utf8.RuneSelf && !isLetter(b) && !isDigit(b) {
				at++
				continue
			}
			end := nameWordEnd(text, at)
			if end == at {
				_, size := utf8.DecodeRuneInString(text[at:])
				at += size
				continue
			}
			if !yield(claims.Span{Start: at, End: end}) {
				return
			}
			at = end
		}
	}
}

// nameWordEnd returns where the word ends that begins at an offset, which is at
// where none does.
func nameWordEnd(text string, at int) int {
	if end := dottedEnd(text, at); end > at {
		return end
	}
	end := partEnd(text, at)
	for end > at && end < len(text) {
		size := joinerSize(text[end:])
		if size == 0 {
			break
		}
		next := partEnd(text, end+size)
		if next == end+size {
			break
		}
		end = next
	}
	return end
}

// dottedEnd reads U.S. or the initial J., and returns at where neither stands
// there.
func dottedEnd(text string, at int) int {
	end, letters := at, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) || !strings.HasPrefix(text[end+size:], ".") {
			break
		}
		end += size + 1
		letters++
	}
	if letters >= 2 {
		return end
	}
	first, _ := utf8.DecodeRuneInString(text[at:])
	if letters == 1 && unicode.IsUpper(first) && (at == 0 || !isWordByte(text[at-1])) {
		return end
	}
	return at
}

func isWordByte(b byte) bool { return isLetter(b) || isDigit(b) || b == '_' }

// partEnd reads letters and digits, and behind the first marks.
func partEnd(text string, at int) int {
	end := at
	for end < len(text) {
		if b := text[end]; b < utf8.RuneSelf {
			if !isLetter(b) && !isDigit(b) {
				break
			}
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && (end == at || !unicode.IsMark(r)) {
			break
		}
		end += size
	}
	return end
}

// joinerSize returns how long the sign is that joins two parts of a word; 0
// where none stands there.
func joinerSize(rest string) int {
	switch {
	case rest[0] == '\'' || rest[0] == '&' || rest[0] == '-':
		return 1
	case strings.HasPrefix(rest, "’"):
		return len("’")
	}
	return 0
}

// Words returns where the words of a text stand, as names are made of.
func Words(text string) []claims.Span { return slices.Collect(nameSpans(text)) }

// nameWords returns the words of a text in lower case, without accents,
// possessives and punctuation. A hyphen parts words as a space does, for some
// write Saint-Denis and some Saint Denis.
func nameWords(text string) []string { return strings.Fields(foldNames(text)) }

// foldNames returns those words with a space before and behind each.
func foldNames(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 2)
	b.WriteByte(' ')
	var room [64]byte
	for s := range nameSpans(text) {
		for part := range strings.SplitSeq(bare(s.In(text)), "-") {
			if folded := appendFolded(room[:0], part); len(folded) > 0 {
				b.Write(folded)
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// appendFolded appends the letters and digits of a word in lower case, without
// accents.
func appendFolded(to []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c >= utf8.RuneSelf:
			return appendUnaccented(to, word[i:])
		case 'A' <= c && c <= 'Z':
			to = append(to, c+'a'-'A')
		case isLetter(c) || isDigit(c):
			to = append(to, c)
		}
	}
	return to
}

func appendUnaccented(to []byte, word string) []byte {
	for _, r := range norm.NFD.String(word) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
	}
	return to
}
