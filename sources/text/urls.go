package text

import (
	"strings"
	"unicode/utf8"
)

// maxURL is how many bytes of an address are looked at; browsers and servers
// refuse longer ones.
const maxURL = 4096

// urlSize returns the length of the http or https address at the start of s, or
// 0. An address ends at white space, a quotation mark or an angle bracket;
// punctuation at its end belongs to the sentence, and so does a closing bracket
// that it doesn't open.
func urlSize(s string) int {
	scheme := schemeSize(s)
	if scheme == 0 {
		return 0
	}
	end := strings.IndexFunc(s, func(r rune) bool {
		return r <= ' ' || strings.ContainsRune("<>\"“”«»`|\\^", r) || r == utf8.RuneError || r == '\u00a0'
	})
	if end < 0 {
		end = len(s)
	}
	for end > scheme && endsSentence(s[:end]) {
		_, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
	}
	if end == scheme {
		return 0
	}
	return end
}

func schemeSize(s string) int {
	for _, scheme := range []string{"https://", "http://"} {
		if len(s) >= len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return len(scheme)
		}
	}
	return 0
}

func endsSentence(address string) bool {
	r, _ := utf8.DecodeLastRuneInString(address)
	switch r {
	case '.', ',', ';', ':', '!', '?', '\'', '’', '‘', '*', '_', '…', '—':
		return true
	case ')':
		return strings.Count(address, ")") > strings.Count(address, "(")
	case ']':
		return strings.Count(address, "]") > strings.Count(address, "[")
	}
	return false
}
