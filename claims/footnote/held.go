package footnote

import (
	"slices"
	"strings"

	"stet/sources"
)

// held is a source held elsewhere, with the parts of its segment that say more
// of it.
type held struct {
	reference Reference
	rest      []part
}

// findHeld reads the words at the start of a segment as a source held
// elsewhere: fields between commas, each a kind with or without a person, a
// person, a date, or a title with its year.
func findHeld(text string, parts []part) (held, bool) {
	n := wordsLength(parts)
	if n == 0 {
		return held{}, false
	}
	if h, ok := findTitled(text, parts, n); ok {
		return h, true
	}
	var d description
	d.read(fields(text, parts[:n]))
	if !d.isSource() {
		return held{}, false
	}
	return d.held(text, parts), true
}

// wordsLength returns how many parts stand before the first quotation or
// locator.
func wordsLength(parts []part) int {
	n := slices.IndexFunc(parts, func(p part) bool { return p.kind != word })
	if n < 0 {
		return len(parts)
	}
	return n
}

// findTitled reads an author or outlet, a title in quotation marks, and a date
// or a year in brackets: `Larkfield Post, "The Stake," 3 May 2026`.
func findTitled(text string, parts []part, n int) (held, bool) {
	if n+1 >= len(parts) || parts[n].kind != quotation {
		return held{}, false
	}
	before := fields(text, parts[:n])
	after := wordsLength(parts[n+1:])
	follow := fields(text, parts[n+1:n+1+after])
	if len(before) != 1 || !isName(before[0].words) || len(follow) == 0 {
		return held{}, false
	}
	d := description{person: before[0].text(), title: trimTitle(parts[n].value)}
	date := dateLength(follow[0].words)
	year, bracketed := bracketedYear(follow[0].words)
	switch {
	case date > 0 && date == len(follow[0].words):
		d.date = follow[0].text()
	case bracketed:
		d.kind, d.date = sources.Book, year
	default:
		return held{}, false
	}
	d.end = follow[0].end
	return d.held(text, parts), true
}

// clause is the words between two commas, each with the marks written to it.
type clause struct {
	words []string
	end   int // of the last word, in the text
}

func (c clause) text() string { return strings.Trim(strings.Join(c.words, " "), ",.: ") }

// fields splits words at the commas, save those in brackets and those before
// the year of a date.
func fields(text string, parts []part) []clause {
	var all []clause
	var c clause
	depth := 0
	words := joinGlued(text, parts)
	for i, w := range words {
		written := w.in(text)
		depth = max(0, depth+strings.Count(written, "(")-strings.Count(written, ")"))
		c.words, c.end = append(c.words, written), w.end
		year := i+1 < len(words) && isYear(words[i+1].in(text)) && dateLength(c.words[max(0, len(c.words)-2):]) == 2
		if strings.HasSuffix(written, ",") && depth == 0 && !year {
			all, c = append(all, c), clause{}
		}
	}
	if len(c.words) > 0 {
		all = append(all, c)
	}
	return all
}

// joinGlued puts marks together with the words that they are written to. Marks
// before the first word are left out.
func joinGlued(text string, parts []part) []part {
	var words []part
	for _, p := range parts {
		if n := len(words); n > 0 && words[n-1].end == p.start {
			words[n-1].end = p.end
		} else if n > 0 || strings.Trim(p.in(text), ",:–—") != "" {
			words = append(words, p)
		}
	}
	return words
}

// description is what the fields of a segment say of a source held elsewhere.
type description struct {
	kind   sources.Kind
	cued   bool // a kind's words are there
	person string
	date   string
	title  string
	only   bool // one field, and all of it a name of two words or more
	end    int  // of the last field that says one of these
}

// isSource reports whether the fields are enough to name a source: a person
// alone, a person with a date, a kind, or a book.
func (d *description) isSource() bool {
	return d.cued || d.title != "" || d.person != "" && (d.date != "" || d.only)
}

// read takes in the fields in order. The first must say something, or the
// segment is a remark.
func (d *description) read(all []clause) {
	if book := d.readBook(all); book {
		return
	}
	for i, f := range all {
		if !d.readField(f) && i == 0 {
			return
		}
	}
	d.only = len(all) == 1 && isName(all[0].words) && len(all[0].words) > 1
}

func (d *description) readField(f clause) bool {
	kind, named, n := heldKind(f.words)
	switch {
	case n > 0:
		d.readKind(kind, named, n, f)
	case dateLength(f.words) == len(f.words):
		d.date = f.text()
	case isName(f.words) && d.person == "":
		d.person = f.text()
	default:
		return false
	}
	d.end = f.end
	return true
}

// readKind reads a field that names a kind: "call with Dana Scott on 3 May".
// The first kind holds; "confidential source A" is a person.
func (d *description) readKind(kind sources.Kind, named bool, n int, f clause) {
	d.cued = true
	if d.kind == "" {
		d.kind = kind
	}
	rest := f.words[n:]
	for i := range rest {
		if size := dateLength(rest[i:]); size > 0 {
			d.date = clause{words: rest[i : i+size]}.text()
			rest = rest[:i]
			break
		}
	}
	if d.person != "" {
		return
	}
	if kind == "" && named {
		d.person = f.text()
		return
	}
	d.person = personIn(rest)
}

// readBook reads an author, a title and a year in brackets: "Robert Caro, The
// Power Broker (1974)".
func (d *description) readBook(all []clause) bool {
	for i, f := range all {
		year, ok := bracketedYear(f.words)
		if !ok {
			continue
		}
		first := 0
		if i > 0 && isName(all[0].words) {
			d.person, first = all[0].text(), 1
		}
		title := titleOf(all[first : i+1])
		if !startsUpper(title) {
			return false
		}
		d.kind, d.title, d.date = sources.Book, title, year
		d.end = f.end
		return true
	}
	return false
}

// titleOf returns the words of fields up to the bracket of the last.
func titleOf(all []clause) string {
	var words []string
	for _, f := range all {
		words = append(words, f.words...)
	}
	title, _, _ := strings.Cut(strings.Join(words, " "), "(")
	return strings.Trim(title, " ,*_")
}

// bracketedYear returns the year of "(1974)" or "(Knopf, 1974)" at the end of
// words.
func bracketedYear(words []string) (string, bool) {
	joined := strings.TrimRight(strings.Join(words, " "), ",.: ")
	open := strings.LastIndexByte(joined, '(')
	if open < 0 || !strings.HasSuffix(joined, ")") {
		return "", false
	}
	inner := strings.Fields(joined[open+1 : len(joined)-1])
	if len(inner) == 0 || !isYear(inner[len(inner)-1]) {
		return "", false
	}
	return inner[len(inner)-1], true
}

// held returns the reference that the description makes, with the parts after
// the words that name it.
func (d *description) held(text string, parts []part) held {
	rest := slices.IndexFunc(parts, func(p part) bool { return p.start >= d.end })
	if rest < 0 {
		rest = len(parts)
	}
	written := strings.Join(strings.Fields(text[parts[0].start:d.end]), " ")
	return held{
		reference: Reference{
			Held: strings.Trim(written, ",: "), Kind: d.kind, Person: d.person, Date: d.date, Title: d.title,
		},
		rest: parts[rest:],
	}
}
