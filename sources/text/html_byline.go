package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"stet/sources"
)

// byline returns who wrote the page: as its metadata says, or as readers see it
// where the metadata names nobody, only a desk, or fewer people.
func (p *profile) byline() string {
	said := p.saidByline()
	seen := p.seenByline()
	switch {
	case said == "" || isDesk(said) && seen != "" && !isDesk(seen):
		return seen
	case len(seen) > len(said) && strings.Contains(strings.ToLower(seen), strings.ToLower(said)):
		return seen
	case strings.Contains(seen, ", ") && !strings.Contains(said, ","):
		return seen
	}
	return said
}

// saidByline returns the author that the page's metadata names.
func (p *profile) saidByline() string {
	all := []string{p.ld.byline}
	for _, name := range []string{
		"author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "dcterms.creator",
		"dc.contributor", "byl", "cxenseparse:author", "article.author", "twitter:creator",
	} {
		all = append(all, p.named[name])
	}
	if label := strings.ToLower(p.named["twitter:label1"]); slices.Contains(writtenBy, label) {
		all = append(all, p.named["twitter:data1"])
	}
	for _, words := range all {
		if name := cleanName(words); isPersons(name) && !strings.EqualFold(name, p.publisher) {
			return name
		}
	}
	return cleanName(cmp.Or(p.ld.byline, firstName(p.named["author"])))
}

// writtenBy are labels that blogs give their author in languages that newsrooms
// cite.
var writtenBy = []string{"written by", "verfasst von", "escrito por", "écrit par", "scritto da", "geschreven door", "author"}

// seenByline returns the author that readers see: the first element about the
// headline that is set as a byline and reads like names.
func (p *profile) seenByline() string {
	for _, marks := range [][]func(*html.Node) bool{{isBylineElement}, {isAuthorLink}} {
		for n := range p.doc.Descendants() {
			if n.Type != html.ElementNode || !marks[0](n) || isAside(n) {
				continue
			}
			if name := cleanName(bylineWords(n)); isPersons(name) && len(name) <= maxName {
				return name
			}
		}
	}
	return ""
}

// maxName is how long the words of an author element may be to be names rather
// than a portrait of the author, in bytes.
const maxName = 100

// bylineParts are parts of the class or id of elements that hold the author's
// name and little else.
var bylineParts = []string{"byline", "by-line", "author-name", "author_name", "authorname", "author__name", "post-author", "entry-author",
	"article-author", "article__author", "blog-author", "story-author", "author-link", "author__link", "staff-name", "full-name", "contributor-name", "writer-name"}

func isBylineElement(n *html.Node) bool {
	if attr(n, "itemprop") == "author" || attr(n, "rel") == "author" {
		return n.Data != "meta" && n.Data != "link"
	}
	if kind, _ := kindOfClass(n); kind == sources.Byline {
		return true
	}
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "data-testid") + " " + attr(n, "data-test"))
	for _, part := range bylineParts {
		if strings.Contains(name, part) {
			return true
		}
	}
	classes := strings.Fields(name)
	return slices.Contains(classes, "author") || slices.Contains(classes, "authors")
}

// isAuthorLink reports whether an element links to a page about an author.
func isAuthorLink(n *html.Node) bool {
	href := strings.ToLower(attr(n, "href"))
	return n.Data == "a" && (strings.Contains(href, "/author/") || strings.Contains(href, "/authors/") || strings.Contains(href, "/writers/") ||
		strings.Contains(href, "/by/") || strings.Contains(href, "trk=author"))
}

// bylineWords returns the words of a byline, those of its links alone where it
// has links to authors.
func bylineWords(n *html.Node) string {
	var linked []string
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (isAuthorLink(c) || attr(c, "rel") == "author") {
			if name := cleanName(wordsOf(c)); isPersons(name) && !slices.Contains(linked, name) {
				linked = append(linked, name)
			}
		}
	}
	if len(linked) > 0 {
		return strings.Join(linked, ", ")
	}
	return wordsOf(n)
}

// leads stand before a name.
var leads = []string{"by ", "by: ", "by:", "written by ", "posted by ", "words by ", "story by ", "reported by ", "text by ", "view all posts by ", "posts by ",
	"articles by ", "article by ", "author: ", "author ", "authors: ", "von ", "por ", "par ", "di ", "door ", "av ", "text: ", "verfasst von ", "escrito por ", "| by "}

// cleanName takes what is no name off the words of a byline: what leads up to
// it, and what follows it about when and where.
func cleanName(words string) string {
	name := trimmed(words)
	for again := true; again; {
		again = false
		for _, lead := range leads {
			if len(name) > len(lead) && strings.EqualFold(name[:len(lead)], lead) && utf8.ValidString(name[len(lead):]) {
				name, again = strings.TrimSpace(name[len(lead):]), true
			}
		}
	}
	for _, tail := range []string{" | ", " • ", " · ", " – ", " — ", " - ", " on ", " @", " (", "\u00a0|", " Updated", " Published", " Posted", " Follow", " Shares", " Share"} {
		if i := strings.Index(name, tail); i > 0 {
			name = name[:i]
		}
	}
	return strings.Trim(name, " ,;:|-–—•·\u00a0")
}

// particles are words of names that have no capital letter.
var particles = []string{"de", "da", "di", "del", "della", "der", "den", "des", "do", "dos", "du", "el", "la", "le", "van", "von", "vom", "zu", "zur", "ter", "ten", "bin", "ibn", "al", "af", "av", "y", "e", "and", "und", "et", "of", "the", "with"}

// isPersons reports whether words read like one or more names: few, with
// capital letters, without digits or the words of buttons.
func isPersons(words string) bool {
	if words == "" || sources.IsURL(words) || strings.HasPrefix(words, "@") || strings.ContainsAny(words, "@{}<>=[]") {
		return false
	}
	fields := strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == '/' || r == '&' })
	if len(fields) == 0 || len(fields) > 14 {
		return false
	}
	for _, w := range fields {
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case strings.ContainsFunc(w, unicode.IsDigit) && !strings.ContainsFunc(w, unicode.IsUpper):
			return false
		case slices.Contains(notNames, strings.ToLower(strings.Trim(w, ".:"))):
			return false
		case !unicode.IsUpper(first) && !slices.Contains(particles, strings.ToLower(w)) && unicode.IsLetter(first) && unicode.ToUpper(first) != first:
			return false
		}
	}
	return true
}

// notNames are words of what stands where names do.
var notNames = []string{"by", "share", "follow", "subscribe", "comments", "comment", "read", "more", "photo", "photos", "image", "login", "log", "sign",
	"home", "about", "contact", "menu", "search", "minutes", "min", "ago", "january", "february", "march", "april", "june", "july", "august",
	"september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "author", "authors", "email", "twitter", "facebook"}

// isDesk reports whether words name a desk rather than people.
func isDesk(words string) bool {
	for _, w := range wordList(words) {
		if slices.Contains([]string{"staff", "admin", "editor", "editors", "editorial", "desk", "newsroom", "redaktion", "redazione", "team", "contributor", "reporter", "administrator", "webmaster", "news", "agencies"}, w) {
			return true
		}
	}
	return false
}
