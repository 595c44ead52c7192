// Package canonical writes JSON in one form only, so that equal rows are equal
// bytes.
package canonical

import (
	"bytes"
	"encoding/json"
	"slices"
	"sync"
)

// JSON returns v as JSON in canonical form (RFC 8785, the JSON
// Canonicalization Scheme): members sorted by name, no white space, and in
// strings only the escapes that must be. Member names must be ASCII and
// numbers whole, as all of the vocabulary's are; then sorting bytes is sorting
// UTF-16 units, and numbers are already as the scheme writes them.
func JSON(v any) ([]byte, error) {
	c := canonicalisers.Get().(*canonicaliser)
	defer canonicalisers.Put(c)
	c.written.Reset()
	enc := json.NewEncoder(&c.written)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	c.in, c.pos, c.out, c.members = c.written.Bytes(), 0, make([]byte, 0, c.written.Len()), c.members[:0]
	c.value()
	return c.out, nil
}

// canonicalisers are kept for what they have allocated.
var canonicalisers = sync.Pool{New: func() any { return new(canonicaliser) }}

// canonicaliser copies JSON that encoding/json wrote, without white space and
// known to be valid, into canonical form.
type canonicaliser struct {
	written bytes.Buffer
	in      []byte // what is written
	pos     int
	out     []byte
	members []member // of the objects that are begun
	sorted  []byte
}

func (c *canonicaliser) value() {
	switch c.in[c.pos] {
	case '{':
		c.object()
	case '[':
		c.array()
	case '"':
		c.text()
	default:
		c.plain()
	}
}

// object copies an object's members in the order of their names: as they come
// to the end of out, and then sorted where they must be.
func (c *canonicaliser) object() {
	c.pos++
	c.out = append(c.out, '{')
	begin, first := len(c.out), len(c.members)
	for c.in[c.pos] != '}' {
		if len(c.out) > begin {
			c.out = append(c.out, ',')
		}
		m := member{start: len(c.out)}
		c.text()
		m.name = len(c.out)
		c.out = append(c.out, ':')
		c.pos++
		c.value()
		m.end = len(c.out)
		c.members = append(c.members, m)
		c.comma()
	}
	c.pos++
	c.sort(begin, c.members[first:])
	c.members = c.members[:first]
	c.out = append(c.out, '}')
}

// member is where one member of an object stands in out: from start to end, its
// name until name.
type member struct{ start, name, end int }

// sort puts the members that stand in out from begin into the order of their
// names.
func (c *canonicaliser) sort(begin int, members []member) {
	byName := func(a, b member) int { return bytes.Compare(c.out[a.start:a.name], c.out[b.start:b.name]) }
	if slices.IsSortedFunc(members, byName) {
		return
	}
	slices.SortFunc(members, byName)
	c.sorted = c.sorted[:0]
	for i, m := range members {
		if i > 0 {
			c.sorted = append(c.sorted, ',')
		}
		c.sorted = append(c.sorted, c.out[m.start:m.end]...)
	}
	c.out = append(c.out[:begin], c.sorted...)
}

func (c *canonicaliser) array() {
	c.pos++
	c.out = append(c.out, '[')
	for first := true; c.in[c.pos] != ']'; first = false {
		if !first {
			c.out = append(c.out, ',')
		}
		c.value()
		c.comma()
	}
	c.pos++
	c.out = append(c.out, ']')
}

// comma steps over a comma, which the caller writes where it belongs.
func (c *canonicaliser) comma() {
	if c.in[c.pos] == ',' {
		c.pos++
	}
}

// text copies a string. Of the escapes that encoding/json writes, only those
// of U+2028 and U+2029 are not in the scheme.
func (c *canonicaliser) text() {
	start := c.pos
	c.pos++
	for c.in[c.pos] != '"' {
		if c.in[c.pos] != '\\' {
			c.pos++
			continue
		}
		if e := c.in[c.pos:]; bytes.HasPrefix(e, []byte(`\u2028`)) || bytes.HasPrefix(e, []byte(`\u2029`)) {
			c.out = append(c.out, c.in[start:c.pos]...)
			c.out = append(c.out, "\u2028"[:2]...)
			c.out = append(c.out, 0xa8+e[5]-'8')
			start = c.pos + len(`\u2028`)
			c.pos = start
			continue
		}
		c.pos += 2
	}
	c.pos++
	c.out = append(c.out, c.in[start:c.pos]...)
}

// plain copies a number, a truth value or null.
func (c *canonicaliser) plain() {
	start := c.pos
	for c.pos < len(c.in) && !isEnd(c.in[c.pos]) {
		c.pos++
	}
	c.out = append(c.out, c.in[start:c.pos]...)
}

// isEnd reports whether b may stand behind a plain value.
func isEnd(b byte) bool { return b == ',' || b == ']' || b == '}' || b == '\n' }
