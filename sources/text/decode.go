package text

import (
	"bytes"
	"fmt"
	"mime"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

var utf8BOM = []byte("\xef\xbb\xbf")

func hasUTF16BOM(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff})
}

// decodePlain returns b as UTF-8 without its byte order mark. A byte order mark or a charset declared in
// mediaType may say that b is something else than UTF-8. Without either, bytes
// that are not UTF-8 are an error that names their place: a draft must survive
// byte for byte, which a guess could spoil unseen.
func decodePlain(b []byte, mediaType string) (string, error) {
	if hasUTF16BOM(b) {
		return decode(b, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
	}
	text := bytes.TrimPrefix(b, utf8BOM)
	if utf8.Valid(text) {
		return string(text), nil
	}
	if enc := declaredEncoding(mediaType); enc != nil {
		return decode(text, enc)
	}
	return "", invalidUTF8(b)
}

// decodeHTML returns an HTML page as UTF-8. What is valid UTF-8 as a whole is
// UTF-8, whatever is declared, since no other text is that by accident;
// otherwise the byte order mark, the declared type, the page's own meta element
// and at last Windows-1252 decide, as in browsers.
func decodeHTML(b []byte, mediaType string) (string, error) {
	if !hasUTF16BOM(b) && utf8.Valid(b) {
		return string(bytes.TrimPrefix(b, utf8BOM)), nil
	}
	enc, name, _ := charset.DetermineEncoding(b, mediaType)
	if name == "utf-8" {
		return string(bytes.ToValidUTF8(bytes.TrimPrefix(b, utf8BOM), []byte("\ufffd"))), nil
	}
	return decode(b, enc)
}

func decode(b []byte, enc encoding.Encoding) (string, error) {
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("decode text: %w", err)
	}
	out = bytes.TrimPrefix(out, utf8BOM)
	return string(bytes.ToValidUTF8(out, []byte("\ufffd"))), nil
}

func declaredEncoding(mediaType string) encoding.Encoding {
	_, params, err := mime.ParseMediaType(mediaType)
	if err != nil || params["charset"] == "" {
		return nil
	}
	enc, name := charset.Lookup(params["charset"])
	if name == "utf-8" {
		return nil
	}
	return enc
}

func invalidUTF8(b []byte) error {
	at := 0
	for at < len(b) {
		r, size := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	line := 1 + bytes.Count(b[:at], []byte("\n"))
	return fmt.Errorf("the text is not valid UTF-8: line %d, byte %d of the file, is 0x%02x: save it as UTF-8", line, at+1, b[at])
}
