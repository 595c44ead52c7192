package text

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

func isPressRelease(d *document) bool {
	switch {
	case d.on("prnewswire.com", "businesswire.com", "globenewswire.com", "accesswire.com", "newswire.com"),
		d.in("press", "press-release", "press-releases", "pressreleases", "newsroom", "news-release", "news-releases", "press-center", "press-room"),
		strings.HasPrefix(d.host, "press."), strings.HasPrefix(d.host, "newsroom."), strings.HasPrefix(d.host, "investor."):
		return true
	case d.says("for immediate release", "(business wire)", "/prnewswire/", "(globe newswire)"):
		return true
	case strings.Contains(strings.ToLower(d.Title), "press release"), strings.HasPrefix(d.head, "press release"):
		return true
	}
	return announcesItself(d)
}

var announces = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`today announced|announced today|is pleased to announce|are pleased to announce|is announcing`)
})

// announcesItself reports whether the party that publishes the page announces
// something on it: its name, or the first word of its site's, stands in the
// sentence that says so.
func announcesItself(d *document) bool {
	at := announces().FindStringIndex(d.head)
	if at == nil {
		return false
	}
	before := d.head[max(0, at[0]-200):at[0]]
	site, _, _ := strings.Cut(d.host, ".")
	publisher := strings.ToLower(d.Publisher)
	return publisher != "" && strings.Contains(before, publisher) ||
		len(site) > 2 && strings.Contains(letters(before), letters(site))
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// outlets lists sites of news organisations, where a bylined or dated page is a
// news report. It need not be whole: other sites are known by their pages.
var outlets = []string{
	"apnews.com", "reuters.com", "bloomberg.com", "afp.com", "upi.com",
	"nytimes.com", "wsj.com", "washingtonpost.com", "latimes.com", "usatoday.com", "bostonglobe.com", "sfchronicle.com", "chicagotribune.com",
	"ft.com", "theguardian.com", "bbc.com", "bbc.co.uk", "economist.com", "thetimes.com", "independent.co.uk", "telegraph.co.uk",
	"cnn.com", "cnbc.com", "nbcnews.com", "abcnews.go.com", "cbsnews.com", "foxnews.com", "npr.org", "pbs.org", "msnbc.com",
	"axios.com", "politico.com", "politico.eu", "semafor.com", "theatlantic.com", "newyorker.com", "time.com", "propublica.org",
	"theverge.com", "techcrunch.com", "wired.com", "arstechnica.com", "theinformation.com", "404media.co", "geekwire.com",
	"businessinsider.com", "forbes.com", "fortune.com", "aljazeera.com", "dw.com", "lemonde.fr", "spiegel.de", "nikkei.com",
}

func isNewsReport(d *document) bool {
	switch {
	case d.on(outlets...):
		return d.Byline != "" || d.Published != ""
	case d.MediaType != "text/html" || d.Byline == "" || d.Published == "" || speaksForItself(d):
		return false
	}
	return d.Publisher != "" && d.host == "" || d.in("news", "article", "articles", "story", "politics", "business") || hasDatePath(d.path)
}

// speaksForItself reports whether a page says "we" and "our" outside quotation
// marks, as companies do on their own sites and reporters don't.
func speaksForItself(d *document) bool {
	n, quoted := 0, false
	for _, word := range strings.Fields(d.head) {
		if strings.HasPrefix(word, "“") || strings.HasPrefix(word, `"`) {
			quoted = true
		}
		switch bare := strings.TrimFunc(word, unicode.IsPunct); {
		case quoted:
		case bare == "we", bare == "our", bare == "us", bare == "we’re", bare == "we're":
			n++
		}
		if strings.ContainsAny(word, "”") || strings.HasSuffix(strings.TrimRight(word, ".,"), `"`) {
			quoted = false
		}
	}
	return n >= 2
}

// hasDatePath reports whether an address holds a year and a month as two of its
// folders, as those of newspapers do.
func hasDatePath(path string) bool {
	parts := strings.Split(path, "/")
	for i := range len(parts) - 1 {
		if len(parts[i]) == 4 && strings.HasPrefix(parts[i], "20") && len(parts[i+1]) == 2 && strings.Trim(parts[i+1], "0123456789") == "" {
			return true
		}
	}
	return false
}
