package fetch

import (
	"bytes"
	"net/http"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stet/sources"
)

// standIns are the pages that servers send in a document's place, often as if
// all were well. Each is known by words or marks that its maker puts there and
// an article doesn't have; nothing is guessed from what is missing.
var standIns = []struct {
	state  sources.State
	reason string
	is     func(p *page) bool
}{
	{sources.Blocked, "Cloudflare lets no program in", func(p *page) bool {
		return p.header.Get("Cf-Mitigated") == "challenge" || p.isShort() && p.has("/cdn-cgi/challenge-platform/", "cf-browser-verification") && p.isTitled("just a moment...", "attention required!")
	}},
	{sources.Blocked, "DataDome lets no program in", func(p *page) bool { return p.isShort() && p.has("captcha-delivery.com/") }},
	{sources.Blocked, "Imperva lets no program in", func(p *page) bool {
		return p.isShort() && (p.has("/_Incapsula_Resource?") || p.isTitled("pardon our interruption"))
	}},
	{sources.Blocked, "HUMAN lets no program in", func(p *page) bool { return p.isShort() && p.has(`id="px-captcha"`, "px-captcha-wrapper") }},
	{sources.Blocked, "Akamai lets no program in", func(p *page) bool {
		return p.isShort() && p.isTitled("access denied") && p.has("errors.edgesuite.net")
	}},
	{sources.Blocked, "AWS WAF lets no program in", func(p *page) bool {
		return p.header.Get("X-Amzn-Waf-Action") != "" || p.isShort() && p.has("awsWafCookieDomainList")
	}},
	{sources.Blocked, "Vercel lets no program in", func(p *page) bool { return p.header.Get("X-Vercel-Mitigated") == "challenge" }},
	{sources.Blocked, "the page asks whether a person is there", func(p *page) bool {
		return p.isShort() && p.isTitled("are you a robot?", "robot or human?", "human verification", "verify you are human",
			"please verify you are a human", "security check", "captcha", "bot verification", "ddos-guard", "access to this page has been denied")
	}},
	{sources.Blocked, "the page asks for consent to cookies before it shows anything", func(p *page) bool {
		return p.isShort() && p.mentions("cookie") && (p.isTitled("before you continue", "cookie consent", "cookies required", "please enable cookies",
			"we value your privacy", "your privacy choices", "privacy settings", "cookie wall") || p.isAt("consent", "cookiewall", "cookie-wall", "gdpr-consent"))
	}},
	{sources.Missing, "the server answered as if all were well, but the page says that it was not found", func(p *page) bool {
		return p.isShort() && p.isTitled("404", "404 not found", "404 page not found", "404 error", "error 404", "http 404", "not found",
			"page not found", "file not found", "article not found", "story not found", "document not found", "page not found (404)",
			"page does not exist", "this page does not exist", "page cannot be found", "the page cannot be found", "page unavailable",
			"this page isn't available", "page no longer available", "page no longer exists", "oops! page not found", "sorry, page not found",
			"we can't find that page", "we can't find the page you're looking for", "the requested page could not be found")
	}},
}

// standIn tells a page that stands in a document's place from the document.
func standIn(r *http.Response, body []byte) (sources.Fetched, bool) {
	if !isHTML(r, body) {
		return sources.Fetched{}, false
	}
	p := readPage(r, body)
	for _, s := range standIns {
		if s.is(p) {
			return sources.Fetched{State: s.state, Reason: s.reason}, true
		}
	}
	return sources.Fetched{}, false
}

func isHTML(r *http.Response, body []byte) bool {
	declared := r.Header.Get("Content-Type")
	if declared == "" {
		declared = http.DetectContentType(body)
	}
	return strings.Contains(declared, "html")
}

const (
	// maxHead is how much of a page is looked at, in bytes: a page that stands
	// in for another is shorter.
	maxHead = 256 << 10
	// maxShort is how many words such a page shows at most, menus included.
	maxShort = 350
)

// page is what is looked at of a page to tell what it is.
type page struct {
	header http.Header
	path   string   // of its last address, lower case, with the host
	bytes  []byte   // its beginning
	titles []string // its title and first heading, lower case
	text   string   // the words it shows, lower case
	words  int
}

func (p *page) isShort() bool { return len(p.bytes) < maxHead && p.words <= maxShort }

// has reports whether the page's code has one of the marks.
func (p *page) has(marks ...string) bool {
	for _, m := range marks {
		if bytes.Contains(p.bytes, []byte(m)) {
			return true
		}
	}
	return false
}

// mentions reports whether a word stands among the words that the page shows.
func (p *page) mentions(word string) bool { return strings.Contains(p.text, word) }

// isAt reports whether the page's host or path has one of the parts.
func (p *page) isAt(parts ...string) bool {
	for at := range strings.FieldsFuncSeq(p.path, func(r rune) bool { return r == '/' || r == '.' }) {
		for _, part := range parts {
			if at == part {
				return true
			}
		}
	}
	return false
}

// isTitled reports whether the page's title or first heading is one of those
// given, with or without the site's name behind or before it.
func (p *page) isTitled(titles ...string) bool {
	for _, whole := range p.titles {
		for _, part := range titleParts(whole) {
			for _, t := range titles {
				if strings.TrimRight(part, ".!") == strings.TrimRight(t, ".!") {
					return true
				}
			}
		}
	}
	return false
}

func titleParts(title string) []string {
	parts := []string{title}
	for _, separator := range []string{" | ", " - ", " – ", " — ", " · ", ": "} {
		if pieces := strings.Split(title, separator); len(pieces) > 1 {
			parts = append(parts, pieces[0], pieces[len(pieces)-1])
		}
	}
	return parts
}

// readPage reads a page's beginning with a tokenizer, which takes no more
// memory than its longest token.
func readPage(r *http.Response, body []byte) *page {
	body = body[:min(len(body), maxHead)]
	var w words
	for z := html.NewTokenizer(bytes.NewReader(body)); ; {
		switch z.Next() {
		case html.ErrorToken:
			text := fold(w.text.String())
			return &page{
				header: r.Header, path: strings.ToLower(r.Request.URL.Host + r.Request.URL.Path), bytes: body,
				titles: []string{fold(w.title.String()), fold(w.heading.String())}, text: text, words: len(strings.Fields(text)),
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			w.open(atom.Lookup(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			w.close(atom.Lookup(name))
		case html.TextToken:
			w.add(z.Text())
		}
	}
}

// words gathers what a page shows.
type words struct {
	title, heading, text strings.Builder
	in                   atom.Atom // the element whose words come next, as far as it matters
}

func (w *words) open(element atom.Atom) {
	switch element {
	case atom.Title, atom.H1, atom.Script, atom.Style:
		w.in = element
	}
}

func (w *words) close(element atom.Atom) {
	if element == w.in {
		w.in = 0
	}
	w.text.WriteByte(' ')
}

func (w *words) add(text []byte) {
	switch w.in {
	case atom.Script, atom.Style:
	case atom.Title:
		w.title.Write(text)
	case atom.H1:
		if w.heading.Len() < 200 {
			w.heading.Write(text)
		}
		w.text.Write(text)
	default:
		w.text.Write(text)
	}
}

// fold makes words comparable: entities resolved, lower case, straight
// apostrophes, single spaces.
func fold(s string) string {
	s = strings.ToLower(html.UnescapeString(s))
	s = strings.ReplaceAll(s, "\u2019", "'")
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}
