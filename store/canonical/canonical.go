// Package canonical writes JSON in one form only, so that equal rows are equal
// bytes.
package canonical

import (
	"bytes"
	"encoding/json"
	"slices"
)

// JSON returns v as JSON in canonical form (RFC 8785, the JSON
// Canonicalization Scheme): members sorted by name, no white space, and in
// strings only the escapes that must be. Member names must be ASCII and
// numbers whole, as all of the vocabulary's are; then sorting bytes is sorting
// UTF-16 units, and numbers are already as the scheme writes them.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	c := canonicaliser{in: b.Bytes(), out: make([]byte, 0, b.Len())}
	c.value()
	return c.out, nil
}

// canonicaliser copies JSON that encoding/json wrote, without white space and
// known to be valid, into canonical form.
type canonicaliser struct {
	in  []byte
	pos int
	out []byte
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
	begin := len(c.out)
	var members []member
	for c.in[c.pos] != '}' {
		start := len(c.out)
		c.text()
		name := len(c.out)
		c.out = append(c.out, ':')
		c.pos++
		c.value()
		members = append(members, member{name: c.out[start:name:name], whole: c.out[start:len(c.out):len(c.out)]})
		c.comma()
	}
	c.pos++
	c.out = append(c.out[:begin], joined(members)...)
	c.out = append(c.out, '}')
}

// member is one member of an object, in canonical form.
type member struct{ name, whole []byte }

func joined(members []member) []byte {
	slices.SortFunc(members, func(a, b member) int { return bytes.Compare(a.name, b.name) })
	wholes := make([][]byte, len(members))
	for i, m := range members {
		wholes[i] = m.whole
	}
	return bytes.Join(wholes, []byte{','})
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
	for c.pos < len(c.in) && !bytes.ContainsRune([]byte(",]}\n"), rune(c.in[c.pos])) {
		c.pos++
	}
	c.out = append(c.out, c.in[start:c.pos]...)
}
