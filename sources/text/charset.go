package text

import (
	"bytes"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decodeSource returns the words of a source, whose bytes are kept as they came
// whatever is made of them here: by what is declared, by what no other encoding
// looks like, and at last by a guess from the frequency of letters. Of a draft
// nothing is guessed: see decodePlain.
func decodeSource(b []byte, o Options) (string, error) {
	if o.Whole {
		return decodePlain(b, o.MediaType)
	}
	return wordsIn(b, o.MediaType), nil
}

// wordsIn does the same and always answers: bytes that no encoding explains
// become U+FFFD.
func wordsIn(b []byte, mediaType string) string {
	enc := encodingOf(b, mediaType)
	if enc == nil {
		return string(bytes.ToValidUTF8(bytes.TrimPrefix(b, utf8BOM), []byte("\ufffd")))
	}
	words, err := decode(b, enc)
	if err != nil {
		return string(bytes.ToValidUTF8(b, []byte("\ufffd")))
	}
	return words
}

// encodingOf returns the encoding of b, or nil for UTF-8.
func encodingOf(b []byte, mediaType string) encoding.Encoding {
	declared := declaredEncoding(mediaType)
	isUTF8 := utf8.Valid(b)
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(b, []byte{0, 0, 0xfe, 0xff}):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case hasUTF16BOM(b):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case isUTF8 && bytes.Contains(b, []byte("\x1b$")) && bytes.Contains(b, []byte("\x1b(")):
		// Seven bits hide the shifts of ISO 2022.
		return lookup("iso-2022-jp")
	case wideOrder(b) != nil:
		return wideOrder(b)
	case isUTF8:
		return nil
	case declared != nil:
		return declared
	}
	return guessEncoding(b)
}

// wideOrder returns the encoding of words of 16 bits without a byte order mark,
// or nil where they are none: in words of Latin letters, every other byte is 0.
func wideOrder(b []byte) encoding.Encoding {
	b = b[:min(len(b), guessWindow)&^1]
	if len(b) < 8 || bytes.IndexByte(b, 0) < 0 {
		return nil
	}
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(b) / 2; {
	case zeros[1] > half/3 && zeros[0] < zeros[1]/10:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > half/3 && zeros[1] < zeros[0]/10:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

const (
	// guessWindow is how many bytes an encoding is guessed from.
	guessWindow = 64 << 10
	// minConfidence is how sure a guess must be, in percent, to be better than
	// Windows-1252, the encoding of most old files.
	minConfidence = 20
)

// guessEncoding guesses from the frequency of letters, as ICU does.
func guessEncoding(b []byte) encoding.Encoding {
	best, err := chardet.NewTextDetector().DetectBest(tellingWords(b))
	if err == nil && best.Confidence >= minConfidence {
		if enc := lookup(best.Charset); enc != nil {
			return enc
		}
	}
	return lookup("windows-1252")
}

// tellingWords returns up to guessWindow bytes of the words of b that are not
// all ASCII: the others, of markup for instance, look alike in all encodings.
// Words end at what can be no byte of a character in the common encodings.
func tellingWords(b []byte) []byte {
	telling := make([]byte, 0, min(len(b), guessWindow))
	for len(b) > 0 && len(telling) < guessWindow {
		end := bytes.IndexFunc(b, func(r rune) bool { return r < '@' })
		word := b
		if b = nil; end >= 0 {
			word, b = word[:end], word[end+1:]
		}
		if !isASCII(word) {
			telling = append(append(telling, word[:min(len(word), guessWindow)]...), ' ')
		}
	}
	return telling
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lookup returns the encoding of a name, or nil where it is unknown or UTF-8.
func lookup(name string) encoding.Encoding {
	enc, canonical := charset.Lookup(strings.Replace(name, "GB-18030", "gb18030", 1))
	if canonical == "utf-8" {
		return nil
	}
	return enc
}

// wordDecoder decodes words of header fields in any charset.
func wordDecoder() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(r)
		return strings.NewReader(wordsIn(b, "text/plain; charset="+name)), err
	}}
}

// decodeHeader returns a header field with its encoded words decoded.
func decodeHeader(field string) string {
	if words, err := wordDecoder().DecodeHeader(field); err == nil {
		field = words
	}
	return trimmed(wordsIn([]byte(field), ""))
}
