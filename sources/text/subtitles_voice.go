package text

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// voice is what one speaker says in a line.
type voice struct {
	speaker string // "" where nothing says it
	words   string
}

// voices parts a line where WebVTT's voice tags say that somebody else speaks.
func voices(line, speaker string, isVTT bool) []voice {
	if !isVTT {
		return []voice{{speaker, withoutTags(line)}}
	}
	var all []voice
	for line != "" {
		before, name, rest := cutVoice(line)
		all = append(all, voice{speaker, html.UnescapeString(withoutTags(before))})
		speaker, line = name, rest
	}
	return all
}

// cutVoice cuts a line at its first voice tag, whose name may follow classes:
// "<v.loud Ida Berg>". The end of a voice is one of a name "".
func cutVoice(line string) (before, name, rest string) {
	for at := 0; ; {
		i := strings.IndexByte(line[at:], '<')
		if i < 0 {
			return line, "", ""
		}
		at += i
		tag, _, ok := strings.Cut(line[at+1:min(len(line), at+maxTag)], ">")
		kind, annotation, _ := strings.Cut(tag, " ")
		switch {
		case !ok: // no tag
		case kind == "v" || strings.HasPrefix(kind, "v."):
			return line[:at], trimmed(html.UnescapeString(annotation)), line[at+len(tag)+2:]
		case tag == "/v":
			return line[:at], "", line[at+len(tag)+2:]
		}
		at++
	}
}

// withoutTags returns a line without what says how it looks: "<i>", "<00:01.500>",
// "{\an8}". A "<" that no tag follows stays.
func withoutTags(line string) string {
	var b strings.Builder
	for line != "" {
		i := strings.IndexAny(line, "<{")
		if i < 0 {
			break
		}
		b.WriteString(line[:i])
		size := tagSize(line[i:])
		if size == 0 {
			b.WriteByte(line[i])
			size = 1
		}
		line = line[i+size:]
	}
	b.WriteString(line)
	return b.String()
}

// maxTag bounds how long a tag is, in bytes.
const maxTag = 200

func tagSize(s string) int {
	closing := byte('>')
	if s[0] == '{' {
		closing = '}'
		if !strings.HasPrefix(s, `{\`) {
			return 0
		}
	} else if len(s) < 2 || s[1] != '/' && !isASCIILetter(s[1]) && !isNumber(s[1:2]) {
		return 0
	}
	return strings.IndexByte(s[:min(len(s), maxTag)], closing) + 1
}

// cutTurn returns the words of a line without the dash or arrows that say that
// another person begins to speak, and whether one does: so does one whose name
// in capitals stands before a colon.
func cutTurn(line string) (words string, isNew bool) {
	words = strings.Join(strings.Fields(line), " ")
	if rest := strings.TrimLeft(words, ">"); len(words)-len(rest) >= 2 {
		return trimmed(rest), true
	}
	for _, dash := range []string{"-", "–", "‐"} {
		rest, ok := strings.CutPrefix(words, dash)
		r, _ := utf8.DecodeRuneInString(trimmed(rest))
		if ok && (unicode.IsLetter(r) || strings.ContainsRune("“\"'‘¿¡[(♪", r) && rest != "") {
			return trimmed(rest), true
		}
	}
	return words, isSpeaker(words)
}

// isSpeaker reports whether words begin as "IDA BERG: We" do.
func isSpeaker(words string) bool {
	name, rest, ok := strings.Cut(words, ": ")
	if !ok || rest == "" || utf8.RuneCountInString(name) < 3 || len(strings.Fields(name)) > 4 {
		return false
	}
	return name == strings.ToUpper(name) && strings.IndexFunc(name, unicode.IsLetter) == 0
}
