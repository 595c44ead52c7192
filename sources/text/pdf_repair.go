package text

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"golang.org/x/text/unicode/norm"
)

// combining returns the combining mark of an accent that TeX and its like draw
// as a character of its own, over a letter before or behind it; 0 for any other
// rune.
func combining(r rune) rune {
	switch r {
	case '`':
		return '\u0300'
	case '´':
		return '\u0301'
	case 'ˆ', '^':
		return '\u0302'
	case '˜', '~':
		return '\u0303'
	case '¯', 'ˉ':
		return '\u0304'
	case '˘':
		return '\u0306'
	case '˙':
		return '\u0307'
	case '¨':
		return '\u0308'
	case '˚':
		return '\u030a'
	case '˝':
		return '\u030b'
	case 'ˇ':
		return '\u030c'
	case '¸':
		return '\u0327'
	case '˛':
		return '\u0328'
	}
	return 0
}

// repairs returns what stands for single runes of a page so that its words are
// those that a reader sees: "L¨optien" is "Löptien", and the raised number of a
// footnote is no part of its first word. Only where the runes alone leave it
// open are their places asked for, as each costs as much as a line of text.
func (p *pdfPage) repairs() map[int]string {
	edits, asked := map[int]string{}, 0
	for i, r := range p.runes {
		switch {
		case combining(r) != 0:
			asked++
			p.joinAccent(edits, i)
		case p.endsNoteNumber(i):
			asked++
			if p.isRaised(i, p.firstLetter(i+1)) {
				edits[i] = string(r) + " "
			}
		}
		if asked > maxAsked {
			break
		}
	}
	return edits
}

// maxAsked bounds how many places of one page are asked for to repair it: more
// than any page of words needs.
const maxAsked = 1000

// joinAccent puts the accent at i on the letter that it is drawn over, if any.
func (p *pdfPage) joinAccent(edits map[int]string, i int) {
	for _, letter := range []int{i + 1, i - 1} {
		if letter < 0 || letter >= len(p.runes) || !unicode.IsLetter(p.runes[letter]) || !p.isOver(i, letter) {
			continue
		}
		edits[i] = ""
		edits[letter] = norm.NFC.String(string([]rune{dotted(p.runes[letter]), combining(p.runes[i])}))
		return
	}
}

// dotted returns the letter that a dotless one stands for under an accent.
func dotted(r rune) rune {
	switch r {
	case 'ı':
		return 'i'
	case 'ȷ':
		return 'j'
	}
	return r
}

// isOver reports whether the middle of the accent stands over the letter. An
// apostrophe of the same shape stands beside it.
func (p *pdfPage) isOver(accent, letter int) bool {
	a, b := p.box(accent), p.box(letter)
	if a == nil || b == nil {
		return false
	}
	middle := (a.Left + a.Right) / 2
	return b.Left <= middle && middle <= b.Right
}

// maxNoteDigits is the length of the longest footnote numbers.
const maxNoteDigits = 3

// endsNoteNumber reports whether the rune at i ends a number that stands alone
// but for the capital letter or opening mark that follows at once.
func (p *pdfPage) endsNoteNumber(i int) bool {
	if !isASCIIDigit(p.runes[i]) || i+1 >= len(p.runes) || !opensSentence(p.runes[i+1]) {
		return false
	}
	first := i
	for first > 0 && isASCIIDigit(p.runes[first-1]) {
		first--
	}
	return i-first < maxNoteDigits && (first == 0 || unicode.IsSpace(p.runes[first-1]))
}

func isASCIIDigit(r rune) bool { return '0' <= r && r <= '9' }

func opensSentence(r rune) bool {
	return unicode.IsUpper(r) || isOpening(r)
}

func isOpening(r rune) bool { return unicode.In(r, unicode.Pi, unicode.Ps) || r == '"' }

// firstLetter returns where the first rune behind the opening marks at i stands.
func (p *pdfPage) firstLetter(i int) int {
	for i < len(p.runes) && isOpening(p.runes[i]) {
		i++
	}
	return i
}

// isRaised reports whether the digit stands higher than the letter, as a
// superscript does: by more than a quarter of its own height, since the tail of
// a Q reaches below the line too. Beside a letter that hangs there it is not
// known.
func (p *pdfPage) isRaised(digit, letter int) bool {
	if letter >= len(p.runes) || !unicode.IsLetter(p.runes[letter]) || strings.ContainsRune("gjpqy", p.runes[letter]) {
		return false
	}
	a, b := p.box(digit), p.box(letter)
	return a != nil && b != nil && a.Bottom > b.Bottom+(a.Top-a.Bottom)/4
}

// box returns the place of a rune on the page, in points from its lower left
// corner, or nil where PDFium knows none.
func (p *pdfPage) box(i int) *responses.FPDFText_GetCharBox {
	char := p.char(i)
	if char < 0 {
		return nil
	}
	box, err := p.lib.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.ref, Index: char})
	if err != nil {
		return nil
	}
	return box
}
