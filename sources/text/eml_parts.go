package text

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

const (
	// maxMailDepth bounds how deeply the parts of a message, and messages in it,
	// may be nested.
	maxMailDepth = 8
	// maxMailParts bounds how many parts a message may have.
	maxMailParts = 500
)

// mailPart is a message or a part of one: either its parts or its bytes.
type mailPart struct {
	header  mailHeader
	media   string
	params  map[string]string
	name    string // of its file, or ""
	isFile  bool   // it is attached, whatever it is
	content []byte
	parts   []*mailPart
}

// mailParser takes a message apart.
type mailParser struct{ partsLeft int }

func (p *mailParser) part(h mailHeader, body io.Reader, depth int) *mailPart {
	part := &mailPart{header: h}
	part.describeContent()
	encoded, _ := io.ReadAll(body) // what was read before an error is kept
	if boundary := part.params["boundary"]; strings.HasPrefix(part.media, "multipart/") && boundary != "" && depth < maxMailDepth {
		p.split(part, encoded, boundary, depth)
		return part
	}
	part.content = transferDecoded(encoded, h.get("Content-Transfer-Encoding"))
	if part.media == emlType && depth < maxMailDepth {
		p.open(part, depth)
	}
	return part
}

// split reads the parts of a multipart. Each begins with fields of its own.
func (p *mailParser) split(part *mailPart, b []byte, boundary string, depth int) {
	r := multipart.NewReader(bytes.NewReader(b), boundary)
	for p.partsLeft > 0 {
		next, err := r.NextRawPart()
		if err != nil {
			return
		}
		p.partsLeft--
		h := mailHeader(next.Header)
		if part.media == "multipart/digest" && h.get("Content-Type") == "" {
			h["Content-Type"] = []string{emlType}
		}
		part.parts = append(part.parts, p.part(h, next, depth+1))
	}
}

// open reads a message that is a part of another.
func (p *mailParser) open(part *mailPart, depth int) {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(part.content, "\r\n")))
	if err == nil && p.partsLeft > 0 {
		p.partsLeft--
		part.parts = []*mailPart{p.part(mailHeader(message.Header), message.Body, depth+1)}
	}
}

// describeContent reads the fields that say what a part is. One that says
// nothing is plain text (RFC 2045, section 5.2).
func (part *mailPart) describeContent() {
	part.media, part.params = "text/plain", nil
	if media, params, err := mime.ParseMediaType(mail.Header(part.header).Get("Content-Type")); media != "" {
		part.media = media
		if err == nil {
			part.params = params
		}
	}
	disposition, params, _ := mime.ParseMediaType(mail.Header(part.header).Get("Content-Disposition"))
	part.isFile = disposition == "attachment"
	if part.name = decodeHeader(params["filename"]); part.name == "" {
		part.name = decodeHeader(part.params["name"])
	}
}

// isText reports whether a part is words of the message itself.
func (part *mailPart) isText() bool {
	return !part.isFile && part.name == "" && part.parts == nil && strings.HasPrefix(part.media, "text/")
}

// isShown reports whether a part is a picture that the words of the message
// show in their midst, such as a letterhead.
func (part *mailPart) isShown() bool {
	return !part.isFile && strings.HasPrefix(part.media, "image/") && part.header.get("Content-Id") != ""
}

// isSignature reports whether a part only proves who wrote the message.
func (part *mailPart) isSignature() bool {
	switch part.media {
	case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature":
		return true
	}
	return false
}

// transferDecoded undoes what made the bytes fit for old mail servers. What is
// damaged is kept up to the damage.
func transferDecoded(b []byte, encoding string) []byte {
	var r io.Reader
	switch strings.ToLower(trimmed(encoding)) {
	case "base64":
		r = base64.NewDecoder(base64.RawStdEncoding, bytes.NewReader(base64Letters(b)))
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(b))
	default:
		return b
	}
	decoded, _ := io.ReadAll(r)
	return decoded
}

// base64Letters returns b without what is none of the 64 letters, which RFC 2045
// has readers ignore.
func base64Letters(b []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r < 0x80 && (isASCIILetter(byte(r)) || r >= '0' && r <= '9' || r == '+' || r == '/') {
			return r
		}
		return -1
	}, b)
}
