package text

import (
	"bytes"
	"math"
)

type rtfKind int

const (
	rtfBytes rtfKind = iota // words, in the encoding of their font
	rtfOpen
	rtfClose
	rtfWord
)

// rtfToken is what a document is made of. A control symbol is a word of one
// character.
type rtfToken struct {
	kind     rtfKind
	bytes    []byte
	name     string
	n        int // its number, where it has one
	hasN     bool
	isSymbol bool
}

// rtfTokens parts a document into tokens.
type rtfTokens struct {
	b  []byte
	at int
}

// next returns the next token, and false at the end.
func (s *rtfTokens) next() (t rtfToken, ok bool) {
	for s.at < len(s.b) && (s.b[s.at] == '\r' || s.b[s.at] == '\n' || s.b[s.at] == 0) {
		s.at++
	}
	if s.at >= len(s.b) {
		return t, false
	}
	switch c := s.b[s.at]; {
	case c == '{':
		s.at++
		t.kind = rtfOpen
	case c == '}':
		s.at++
		t.kind = rtfClose
	case c == '\\' && s.at+1 < len(s.b):
		t = s.control()
	default:
		t.bytes = s.plain()
	}
	return t, true
}

// plain takes the bytes up to the next one that has a meaning.
func (s *rtfTokens) plain() []byte {
	n := bytes.IndexAny(s.b[s.at+1:], "\\{}\r\n\x00") + 1
	if n == 0 {
		n = len(s.b) - s.at
	}
	words := s.b[s.at : s.at+n]
	s.at += n
	return words
}

// control takes a control word or symbol.
func (s *rtfTokens) control() rtfToken {
	s.at++
	c := s.b[s.at]
	if isASCIILetter(c) {
		return s.word()
	}
	s.at++
	switch c {
	case '\'':
		return s.hexadecimal()
	case '\\', '{', '}':
		return rtfToken{bytes: []byte{c}}
	case '\r', '\n':
		return rtfToken{kind: rtfWord, name: "par"}
	}
	return rtfToken{kind: rtfWord, name: string(rune(c)), isSymbol: true}
}

// hexadecimal takes the two digits of a byte.
func (s *rtfTokens) hexadecimal() rtfToken {
	if s.at+2 > len(s.b) {
		s.at = len(s.b)
		return rtfToken{}
	}
	high, low := hexDigit(s.b[s.at]), hexDigit(s.b[s.at+1])
	if high < 0 || low < 0 {
		return rtfToken{}
	}
	s.at += 2
	return rtfToken{bytes: []byte{byte(high<<4 | low)}}
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// maxControl is how long a control word may be (RTF 1.9.1, "Control words").
const maxControl = 32

// word takes a control word with its number and the space that ends it. The
// bytes that \bin announces go with it.
func (s *rtfTokens) word() rtfToken {
	start := s.at
	for s.at < len(s.b) && s.at-start < maxControl && isASCIILetter(s.b[s.at]) {
		s.at++
	}
	t := rtfToken{kind: rtfWord, name: string(s.b[start:s.at])}
	t.n, t.hasN = s.number()
	if s.at < len(s.b) && s.b[s.at] == ' ' {
		s.at++
	}
	if t.name == "bin" && t.n > 0 {
		s.at += min(t.n, len(s.b)-s.at)
	}
	return t
}

func (s *rtfTokens) number() (n int, ok bool) {
	at := s.at
	isNegative := at < len(s.b) && s.b[at] == '-'
	if isNegative {
		at++
	}
	for ; at < len(s.b) && s.b[at] >= '0' && s.b[at] <= '9'; at++ {
		n = min(n*10+int(s.b[at]-'0'), math.MaxInt32)
		ok = true
	}
	if ok {
		s.at = at
	}
	if isNegative {
		n = -n
	}
	return n, ok
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
