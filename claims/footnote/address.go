package footnote

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"stet/claims"
	"stet/sources"
)

// extensions are the endings by which a word without a slash is a file.
var extensions = []string{
	".pdf", ".html", ".htm", ".xhtml", ".mhtml", ".txt", ".text", ".md", ".markdown", ".docx", ".doc", ".odt",
	".rtf", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".pptx", ".json", ".xml", ".eml", ".msg", ".epub", ".warc",
	".png", ".jpg", ".jpeg", ".tif", ".tiff", ".mp3", ".m4a", ".wav", ".mp4", ".srt", ".vtt",
}

// sentenceEnd is what a sentence puts after an address that is no part of it.
const sentenceEnd = ".,:;!?'\"’”*_"

func startsAddress(s string) bool {
	return hasPrefixFold(s, "http://") || hasPrefixFold(s, "https://")
}

// address takes an http or https URL, with or without angle brackets around
// it. Punctuation that ends a sentence and brackets that nothing in the
// address opens are not part of it.
func (s *scanner) address(at int) (part, bool) {
	if p, ok := s.bracketed(at); ok {
		return p, true
	}
	bare := hasPrefixFold(s.text[at:], "www.")
	if !bare && !startsAddress(s.text[at:]) {
		return part{}, false
	}
	written := trimAddress(s.text[at:addressEnd(s.text, at)])
	value := written
	if bare {
		value = "https://" + written
	}
	p := part{kind: address, start: at, end: at + len(written), value: value, locator: pageOfFragment(value)}
	return p, sources.IsURL(value)
}

// mostBracketed is the most bytes that an address in angle brackets may have.
const mostBracketed = 4 << 10

// bracketed takes an address or a path in angle brackets, in which spaces may
// stand.
func (s *scanner) bracketed(at int) (part, bool) {
	if s.text[at] != '<' {
		return part{}, false
	}
	end := strings.IndexByte(s.text[at:min(len(s.text), at+mostBracketed)], '>')
	if end < 0 {
		return part{}, false
	}
	inner := strings.TrimSpace(s.text[at+1 : at+end])
	p := part{kind: address, start: at, end: at + end + 1, value: inner, locator: pageOfFragment(inner)}
	if sources.IsURL(inner) {
		return p, true
	}
	if isDocument(inner) && !strings.ContainsAny(inner, "<;\"“") {
		return filePart(at, p.end, inner), true
	}
	return part{}, false
}

// addressEnd returns where the run of bytes that an address may hold ends. A
// semicolon may be part of an address, unless another address follows it.
func addressEnd(text string, at int) int {
	for i, r := range text[at:] {
		if unicode.IsSpace(r) || strings.ContainsRune("<>\"“”„«»—", r) || r == ';' && startsAddress(text[at+i+1:]) {
			return at + i
		}
	}
	return len(text)
}

// trimAddress takes off the end of s what a sentence puts there, and the
// brackets that nothing in s opens.
func trimAddress(s string) string {
	unopened := map[byte]int{
		')': strings.Count(s, ")") - strings.Count(s, "("),
		']': strings.Count(s, "]") - strings.Count(s, "["),
		'}': strings.Count(s, "}") - strings.Count(s, "{"),
	}
	for {
		s = strings.TrimRight(s, sentenceEnd)
		if s == "" || unopened[s[len(s)-1]] <= 0 {
			return s
		}
		unopened[s[len(s)-1]]--
		s = s[:len(s)-1]
	}
}

// pageOfFragment reads the page that viewers of PDF take from an address, as
// in "complaint.pdf#page=3".
func pageOfFragment(s string) claims.Locator {
	_, fragment, _ := strings.Cut(s, "#")
	page, ok := strings.CutPrefix(fragment, "page=")
	if !ok || page == "" || strings.Trim(page, "0123456789") != "" {
		return claims.Locator{}
	}
	return claims.Locator{Page: page}
}

// file takes a word that ends like a document, and the words that a path with
// spaces has before its ending.
func (s *scanner) file(at int) (part, bool) {
	end := s.wordEnd(at)
	first := trimAddress(s.text[at:end])
	if isDocument(first) {
		return filePart(at, at+len(first), first), true
	}
	if !strings.ContainsAny(first, `/\`) || first != s.text[at:end] || !hasWord(first) {
		return part{}, false
	}
	for n := 0; n < mostNameWords && end < len(s.text) && s.text[end] == ' '; n++ {
		begin := end + 1
		if begin == len(s.text) || strings.ContainsRune(` ;"'“‘<`, rune(s.text[begin])) {
			break
		}
		end = s.wordEnd(begin)
		if last := trimAddress(s.text[begin:end]); isDocument(last) {
			return filePart(at, begin+len(last), s.text[at:begin+len(last)]), true
		} else if last != s.text[begin:end] {
			break
		}
	}
	return part{}, false
}

// filePart returns a path as a part. A fragment is no part of a file's name:
// it is a page or is noted.
func filePart(start, end int, value string) part {
	p := part{kind: file, start: start, end: end, value: value}
	before, fragment, ok := strings.Cut(value, "#")
	if !ok || before == "" {
		return p
	}
	p.value, p.locator = before, pageOfFragment(value)
	if p.locator.IsZero() {
		p.fragment = "#" + fragment
	}
	return p
}

// isDocument reports whether s ends as the name of a document does.
func isDocument(s string) bool {
	before, _, _ := strings.Cut(s, "#")
	base := path.Base(strings.ReplaceAll(before, `\`, "/"))
	ext := strings.ToLower(path.Ext(base))
	return len(base) > len(ext) && slices.Contains(extensions, ext) && !strings.Contains(s, "://")
}

// settlePaths makes paths of the words with a slash and no known ending that
// stand where a source does: alone, or with a quotation, a locator or a comma
// after them. Elsewhere "his/her" and "24/7" are words.
func settlePaths(text string, parts []part) []part {
	for i, p := range parts {
		trimmed := trimAddress(p.value)
		if p.kind != word || !isSlashed(trimmed) || i > 0 && parts[i-1].kind == word && hasWord(parts[i-1].value) {
			continue
		}
		alone := i+1 == len(parts) || parts[i+1].kind != word || trimmed != p.value || !hasWord(parts[i+1].value)
		if alone && !namesSourceBefore(parts[:i]) {
			parts[i] = filePart(p.start, p.end, trimmed)
		}
	}
	return parts
}

// isSlashed reports whether s is a path by its slashes: not a date, and not
// "n/a".
func isSlashed(s string) bool {
	if strings.HasPrefix(s, "./") || strings.HasPrefix(s, "../") || strings.HasPrefix(s, "~/") {
		return hasWord(s)
	}
	isLong := func(segment string) bool { return len(segment) > 1 }
	return strings.Contains(s, "/") && strings.ContainsFunc(s, unicode.IsLetter) &&
		slices.ContainsFunc(strings.Split(s, "/"), isLong)
}

// namesSourceBefore reports whether the segment that parts ends with already
// has a source.
func namesSourceBefore(parts []part) bool {
	for _, p := range slices.Backward(parts) {
		switch {
		case p.kind == separator:
			return false
		case p.isSource():
			return true
		}
	}
	return false
}
