package text

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"stet/sources"
)

const emlType = "message/rfc822"

// readEML reads an e-mail as RFC 5322 and MIME have it: who wrote it to whom,
// when and on what, one line each; then its words; then those of its
// attachments, each under a heading with its file name. An attachment that
// can't be read is named all the same, and a comment on its name says why.
func readEML(ctx context.Context, l *Library, b []byte, o Options) (*sources.Text, error) {
	root, err := parseMail(b)
	if err != nil {
		return nil, err
	}
	m := &mailWriter{ctx: ctx, library: l, isDraft: o.Whole, gathered: newGathered()}
	m.writeMessage(root, 0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	t := m.text()
	root.describe(t)
	return t, nil
}

// parseMail returns the parts of a message. What breaks off is read as far as
// it goes.
func parseMail(b []byte) (*mailPart, error) {
	b = bytes.TrimLeft(bytes.TrimPrefix(b, utf8BOM), "\r\n")
	if bytes.HasPrefix(b, []byte("From ")) { // the line that parts messages in a mailbox
		_, b, _ = bytes.Cut(b, []byte("\n"))
	}
	message, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("the e-mail is damaged: %w", err)
	}
	p := &mailParser{partsLeft: maxMailParts}
	return p.part(mailHeader(message.Header), message.Body, 0), nil
}

// mailHeader holds the fields of a message or part by their canonical names.
type mailHeader map[string][]string

// get returns a field's value with its encoded words decoded (RFC 2047).
func (h mailHeader) get(name string) string {
	return decodeHeader(mail.Header(h).Get(name))
}

// addresses returns those of a field as people read them: "Name <address>",
// with commas between; or the field as it is where it holds none.
func (h mailHeader) addresses(name string) string {
	list := h.list(name)
	if list == nil {
		return h.get(name)
	}
	shown := make([]string, len(list))
	for i, a := range list {
		if shown[i] = a.Address; a.Name != "" {
			shown[i] = a.Name + " <" + a.Address + ">"
		}
	}
	return strings.Join(shown, ", ")
}

func (h mailHeader) list(name string) []*mail.Address {
	parser := mail.AddressParser{WordDecoder: wordDecoder()}
	list, err := parser.ParseList(mail.Header(h).Get(name))
	if err != nil {
		return nil
	}
	for _, a := range list {
		a.Name = trimmed(a.Name)
	}
	return list
}

// describe fills in what the message says of itself: who sent it, when and on
// what.
func (p *mailPart) describe(t *sources.Text) {
	t.Title = p.header.get("Subject")
	t.Published = p.header.get("Date")
	if sent, err := mail.ParseDate(t.Published); err == nil {
		t.Published = sent.Format(time.RFC3339)
	}
	var names []string
	for _, a := range p.header.list("From") {
		names = append(names, cmp.Or(a.Name, a.Address))
	}
	t.Byline = cmp.Or(strings.Join(names, ", "), p.header.get("From"))
}

// mailFields lists the fields of a message that people see.
var mailFields = []struct {
	name     string
	isPeople bool
}{
	{"From", true}, {"To", true}, {"Cc", true}, {"Date", false}, {"Subject", false},
}

// isMail reports whether b begins with the fields of a message: nothing else
// does before the first empty line, and two of those that every mail carries
// are there.
func isMail(b []byte) bool {
	seen := 0
	head, _, _ := bytes.Cut(b[:min(len(b), mailWindow)], []byte("\n\n"))
	for i, line := range bytes.Split(bytes.ReplaceAll(head, []byte("\r"), nil), []byte("\n")) {
		if len(line) == 0 {
			break
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		switch {
		case line[0] == ' ' || line[0] == '\t' || i == 0 && bytes.HasPrefix(line, []byte("From ")):
			continue
		case !ok || bytes.ContainsAny(name, " \t"):
			return seen >= 3
		}
		switch strings.ToLower(string(name)) {
		case "from", "to", "date", "message-id", "received", "return-path", "delivered-to", "mime-version", "subject":
			seen++
		}
	}
	return seen >= 3
}

// mailWindow is how far into a file the fields are looked at that tell a
// message, in bytes.
const mailWindow = 8 << 10
