package text

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"mime"
	"strings"

	"stet/sources"
)

// maxMailText bounds how many bytes of text are read from one message: what is
// behind is named and left unread.
const maxMailText = 64 << 20

// mailWriter writes a message as text.
type mailWriter struct {
	*gathered
	ctx      context.Context
	library  *Library
	isDraft  bool
	attached []*mailPart // not written yet
}

// writeMessage writes the fields of a message, its words and its attachments.
func (m *mailWriter) writeMessage(p *mailPart, depth int) {
	for _, f := range mailFields {
		value := p.header.get(f.name)
		if f.isPeople {
			value = p.header.addresses(f.name)
		}
		if value != "" {
			m.addBlock(sources.Paragraph, 0, f.name+": "+metadata(value), "\n")
		}
	}
	outer := m.attached
	m.attached = nil
	m.writeBody(p)
	for _, a := range m.attached {
		m.attach(a, depth)
	}
	m.attached = outer
}

// writeBody writes the words of a part, and puts off what is attached to it.
func (m *mailWriter) writeBody(p *mailPart) {
	switch {
	case p.isText():
		m.append(m.wordsOf(p), "\n\n")
	case p.media == "multipart/alternative" && !p.isFile:
		m.writeAlternative(p)
	case strings.HasPrefix(p.media, "multipart/") && len(p.parts) > 0:
		for _, part := range p.parts {
			m.writeBody(part)
		}
	case !p.isShown() && !p.isSignature():
		m.attached = append(m.attached, p)
	}
}

// stubShare is how much shorter than its HTML form the plain form of a message
// is when it only says that there is an HTML form.
const stubShare = 5

// writeAlternative writes the plain form of a message, or the last, which is the
// richest, where the plain one has no words or hardly any. What is attached to
// the form that is left out is kept.
func (m *mailWriter) writeAlternative(p *mailPart) {
	var plain, rich *mailPart
	for _, part := range p.parts {
		switch {
		case m.countWords(part) == 0:
		case plain == nil && part.media == "text/plain":
			plain = part
		default:
			rich = part
		}
	}
	chosen := plain
	if plain == nil || rich != nil && m.countWords(plain)*stubShare < m.countWords(rich) {
		chosen = rich
	}
	for _, part := range p.parts {
		if part == chosen {
			m.writeBody(part)
		} else {
			m.keepFiles(part)
		}
	}
}

// countWords returns how many words a part has of its own.
func (m *mailWriter) countWords(p *mailPart) int {
	if p.isText() {
		return len(strings.Fields(m.wordsOf(p).Body))
	}
	n := 0
	if strings.HasPrefix(p.media, "multipart/") {
		for _, part := range p.parts {
			n += m.countWords(part)
		}
	}
	return n
}

// keepFiles puts off what is attached to a part whose words are left out.
func (m *mailWriter) keepFiles(p *mailPart) {
	if !strings.HasPrefix(p.media, "multipart/") {
		if !p.isText() {
			m.writeBody(p)
		}
		return
	}
	for _, part := range p.parts {
		m.keepFiles(part)
	}
}

// wordsOf returns the text of a part that is words of the message itself.
func (m *mailWriter) wordsOf(p *mailPart) *sources.Text {
	words := []byte(p.words())
	o := Options{MediaType: "text/plain", Whole: m.isDraft}
	read := readPlain
	if p.media == "text/html" {
		// The whole page: what finds the main text of articles would leave out
		// greetings and what is quoted.
		read, o = readHTML, Options{MediaType: "text/html; charset=utf-8", Whole: true}
	} else {
		words = bytes.ReplaceAll(words, []byte("\r\n"), []byte("\n"))
		if strings.EqualFold(p.params["format"], "flowed") {
			words = unflowed(words, strings.EqualFold(p.params["delsp"], "yes"))
		}
	}
	t, err := read(m.ctx, m.library, words, o)
	if err != nil {
		return &sources.Text{}
	}
	if p.media == "text/html" {
		t.Notes = nil // comments on how to show it
	}
	return t
}

// words returns the text of a part as UTF-8.
func (p *mailPart) words() string {
	declared := "text/plain"
	if name := p.params["charset"]; name != "" {
		declared = mime.FormatMediaType(p.media, map[string]string{"charset": name})
	}
	if p.media == "text/html" && p.params["charset"] == "" {
		if words, err := decodeHTML(p.content, ""); err == nil {
			return words
		}
	}
	return wordsIn(p.content, declared)
}

// unflowed joins the lines that end in a space, which were one (RFC 3676).
func unflowed(words []byte, deleteSpace bool) []byte {
	var out bytes.Buffer
	for line := range bytes.Lines(words) {
		end := bytes.TrimSuffix(line, []byte("\n"))
		if len(end) == len(line) || !bytes.HasSuffix(end, []byte(" ")) || bytes.HasPrefix(end, []byte(">")) || string(end) == "-- " {
			out.Write(line)
			continue
		}
		if deleteSpace {
			end = end[:len(end)-1]
		}
		out.Write(end)
	}
	return out.Bytes()
}

// attach writes an attachment under its name. A message in a message is written
// as that is.
func (m *mailWriter) attach(p *mailPart, depth int) {
	message := m.messageIn(p)
	name := fileName(p.name)
	if name == "" && message != nil {
		name = message.header.get("Subject")
	}
	start := m.addBlock(sources.Heading, 2, cmp.Or(metadata(name), p.media), "\n\n")
	if message != nil && depth < maxMailDepth {
		m.writeMessage(message, depth+1)
		return
	}
	t, err := m.read(p)
	switch {
	case err != nil:
		m.remark("This attachment was not read: "+err.Error(), start)
	case t.IsUnread():
		m.remark("This attachment was not read: "+t.WhyUnread(), start)
	default:
		m.append(t, "\n\n")
	}
}

// fileName returns the last part of a path, as any system writes it.
func fileName(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }

// messageIn returns the message that a part is, or nil.
func (m *mailWriter) messageIn(p *mailPart) *mailPart {
	if p.media == emlType && len(p.parts) == 1 {
		return p.parts[0]
	}
	if p.media != emlType && m.library.mediaType(p.content, p.name, p.contentType()) == emlType {
		if root, err := parseMail(p.content); err == nil {
			return root
		}
	}
	return nil
}

func (p *mailPart) contentType() string { return p.header.get("Content-Type") }

// read returns the text of an attachment that is no message.
func (m *mailWriter) read(p *mailPart) (*sources.Text, error) {
	b, o := p.content, Options{MediaType: p.contentType(), Name: p.name}
	if isGzip(b) {
		var err error
		if b, o, err = unpacked(b, o); err != nil {
			return nil, err
		}
	}
	switch {
	case m.len() > maxMailText:
		return nil, fmt.Errorf("the message holds more than %d MB of text", maxMailText>>20)
	case isGzip(b), m.library.mediaType(b, o.Name, o.MediaType) == emlType:
		return nil, errors.New("it is a message that is packed, or nested too deeply")
	}
	return m.library.readAny(m.ctx, b, o)
}
