package facts

import "strings"

// cursor reads a text from an offset on. Its methods go on past what they read,
// and stay where they are where that does not stand there; a copy of it goes
// back.
type cursor struct {
	text string
	at   int
}

// skip goes on past white space.
func (c *cursor) skip() *cursor {
	c.at = spaces(c.text, c.at)
	return c
}

// sign reads one of some signs, with white space around it, and reports whether
// it stood there.
func (c *cursor) sign(signs string) bool {
	at := spaces(c.text, c.at)
	if at >= len(c.text) || strings.IndexByte(signs, c.text[at]) < 0 {
		return false
	}
	c.at = spaces(c.text, at+1)
	return true
}

// word returns the next word, in lower case, and goes on past it; it is ""
// where none stands there.
func (c *cursor) word() string {
	word, end := wordAt(c.text, spaces(c.text, c.at))
	if word != "" {
		c.at = end
	}
	return word
}

// oneOf reads the next word where it is one of some, which stand between
// spaces.
func (c *cursor) oneOf(words string) (string, bool) {
	next := *c
	word := next.word()
	if word == "" || !strings.Contains(words, " "+word+" ") {
		return "", false
	}
	*c = next
	return word, true
}

// peek returns the next word without reading it.
func (c cursor) peek() string { return c.word() }

// digits reads so many ASCII digits, neither more nor fewer.
func (c *cursor) digits(least, most int) (n int, ok bool) {
	end := run(c.text, c.at)
	if end-c.at < least || end-c.at > most {
		return 0, false
	}
	for _, d := range []byte(c.text[c.at:end]) {
		n = n*10 + int(d-'0')
	}
	c.at = end
	return n, true
}

// atDigit reports whether a digit stands there.
func (c cursor) atDigit() bool { return c.at < len(c.text) && isDigit(c.text[c.at]) }
