package origin

import (
	"iter"
	"strings"
	"sync"
)

// furniture is what a site says to its readers beside every story, in lower
// case. A sentence that says so is none of the story's own.
var furniture = []string{
	"registered users", "once registered", "register now", "by registering", "free trial",
	"subscribe now", "subscribe to our", "subscribe today", "unsubscribe at any time", "already a subscriber", "already subscribed",
	"print subscriber", "for subscribers only", "become a subscriber", "become a member", "start your subscription",
	"sign in to", "log in to", "sign up for", "sign up to", "create an account", "activate your account", "your account",
	"delivered to your inbox", "to your inbox", "your email address", "our newsletter", "first name last name",
	"privacy policy", "terms of use", "terms of service", "terms and conditions", "terms & conditions",
	"we use cookies", "uses cookies", "cookie policy", "cookie settings", "accept all cookies",
	"your browser", "enable javascript", "ad blocker", "adblocker",
	"all rights reserved", "may not be published, broadcast", "click here to", "follow us on", "share this story", "share this article",
	"support our journalism", "story continues below", "article continues below", "skip advertisement",
}

// betweenWords is how many words there may be between two sentences that are
// furniture for them to be furniture too: a short list, the label of a button.
const betweenWords = 20

// story returns a text without the sentences that sites put beside every story,
// so that two pages are not one source for the same paywall, nor two for a
// story's different surroundings. Of a page that is furniture for the most part
// it returns "": what is left of it is no story either.
func story(body string) string {
	var kept strings.Builder
	var waiting []string // what has come since the last furniture
	words, after := 0, false
	keep := func() {
		for _, s := range waiting {
			kept.WriteString(s)
		}
		waiting, words = waiting[:0], 0
	}
	for s := range sentences(body) {
		switch {
		case isFurniture(s):
			if !after || words > betweenWords {
				keep()
			}
			waiting, words, after = waiting[:0], 0, true
		default:
			waiting = append(waiting, s)
			words += len(strings.Fields(s))
		}
	}
	keep()
	if 2*kept.Len() < len(body) {
		return ""
	}
	return kept.String()
}

// furnitureAt is the phrases of furniture by the two letters that they begin
// with, so that a text is read once for all of them.
var furnitureAt = sync.OnceValue(func() *[1 << 16][]string {
	all := new([1 << 16][]string)
	for _, f := range furniture {
		all[pairAt(f, 0)] = append(all[pairAt(f, 0)], f)
	}
	return all
})

func pairAt(s string, at int) uint16 { return uint16(s[at])<<8 | uint16(s[at+1]) }

func isFurniture(sentence string) bool {
	low, phrases := strings.ToLower(sentence), furnitureAt()
	for at := range len(low) - 1 {
		for _, f := range phrases[pairAt(low, at)] {
			if strings.HasPrefix(low[at:], f) {
				return true
			}
		}
	}
	return false
}

// sentences yields the sentences of a text with the space after them. They need
// not be cut exactly: what ends with a line, or a mark and a space, is one.
func sentences(body string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := 0
		for i := range len(body) {
			ends := body[i] == '\n' || body[i] == ' ' && i > 0 && strings.IndexByte(".!?", body[i-1]) >= 0
			if !ends {
				continue
			}
			if !yield(body[start : i+1]) {
				return
			}
			start = i + 1
		}
		if start < len(body) {
			yield(body[start:])
		}
	}
}
