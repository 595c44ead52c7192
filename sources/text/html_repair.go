package text

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// repair takes out of a page's main text what readability leaves in it and no
// article says: lists of other articles, buttons, notices of the site, lines of
// dates, and what readers comment. Only what is known by its own words, or is
// links and nothing else, is taken out.
func repair(main *html.Node) {
	var out []*html.Node
	for n := range main.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case isList(n) && isLinkList(n):
			out = append(out, n)
			if before := elementBefore(n); before != nil && isLabel(wordsOf(before)) {
				out = append(out, before)
			}
		case isLeafBlock(n) && isCommentHeading(n):
			out = append(out, n)
			out = append(out, elementsAfter(n)...)
		case isLeafBlock(n) && isNotice(n):
			out = append(out, n)
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func isList(n *html.Node) bool { return n.Data == "ul" || n.Data == "ol" }

// isLinkList reports whether a list leads elsewhere: each of its items is a
// link and nothing else, and they are at least three and short, as in a menu,
// or stand behind words such as "Related".
func isLinkList(n *html.Node) bool {
	items, words := 0, 0
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode {
			continue
		}
		text := wordsOf(c)
		if c.Data != "li" || linkedWords(c) != text {
			return false
		}
		items, words = items+1, words+len(strings.Fields(text))
	}
	if items == 0 {
		return false
	}
	before := elementBefore(n)
	return before != nil && isLabel(wordsOf(before)) || items >= 3 && words <= 4*items
}

// linkedWords returns the words of an element's links.
func linkedWords(n *html.Node) string {
	var all []string
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "a" {
			all = append(all, wordsOf(c))
		}
	}
	return strings.Join(all, " ")
}

func elementBefore(n *html.Node) *html.Node {
	for b := n.PrevSibling; b != nil; b = b.PrevSibling {
		if b.Type == html.ElementNode {
			return b
		}
		if strings.TrimSpace(b.Data) != "" {
			return nil
		}
	}
	return nil
}

func elementsAfter(n *html.Node) []*html.Node {
	var all []*html.Node
	for a := n.NextSibling; a != nil; a = a.NextSibling {
		all = append(all, a)
	}
	return all
}

// labels stand over links to other articles.
var labels = []string{"related", "related articles", "related stories", "related content", "related coverage", "more", "more from", "more on this",
	"more on this story", "more stories", "trending", "trending now", "most read", "most popular", "popular", "recommended", "recommended stories",
	"read more", "read next", "see also", "you may also like", "you might also like", "dont miss", "also read", "also on", "in this section", "latest", "latest news",
	"editors picks", "top stories", "further reading on this site", "what to read next", "up next"}

// isLabel reports whether words are such a label, with or without a name behind
// it.
func isLabel(words string) bool {
	list := wordList(strings.NewReplacer("'", "", "’", "").Replace(words))
	if len(list) == 0 || len(list) > 8 {
		return false
	}
	folded := strings.Join(list, " ")
	return slices.ContainsFunc(labels, func(l string) bool {
		return folded == l || strings.HasPrefix(folded, l+" ") && strings.Contains(l, " ") || strings.HasPrefix(folded, "related ") || strings.HasPrefix(folded, "more from ")
	})
}

// isLeafBlock reports whether an element makes a block that holds no other.
func isLeafBlock(n *html.Node) bool {
	switch n.Data {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "li":
	default:
		return false
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (isBlockElement(c.Data) || isList(c) || strings.HasPrefix(c.Data, "h") && len(c.Data) == 2) {
			return false
		}
	}
	return true
}

// notices are blocks that a site, and no article, says, letters and digits
// alone.
var notices = []string{"advert", "advertisement", "advertising", "sponsored", "sponsored content", "story continues below advertisement",
	"article continues below", "scroll to continue with content", "enlarge image", "click to enlarge", "text size", "order reprints", "print article",
	"learn more", "sign up", "sign in", "subscribe", "subscribe now", "log in", "share", "share this", "share this article", "share this story", "tweet",
	"email", "print", "post comment", "view author archive", "email the author", "follow on twitter", "get author rss feed", "comments", "comment",
	"leave a comment", "add a comment", "view comments", "show comments", "load more", "back to top", "read more", "see more", "continue reading",
	"facebook twitter", "watch live", "image copyright getty images", "getty images", "getty", "loading", "tags", "skip", "close"}

// openings begin blocks of that kind that go on with a name or an address.
var openings = []string{"read more:", "related:", "see more:", "see also:", "also read:", "read also:", "more:", "don't miss:", "first published:", "published:",
	"updated:", "posted:", "last updated:", "last modified:", "click here to subscribe", "sign up for", "subscribe to our", "follow us on"}

// longestNotice bounds such blocks, in words: a paragraph that begins like one
// and goes on is an article's.
const longestNotice = 18

func isNotice(n *html.Node) bool {
	words := strings.ReplaceAll(strings.ToLower(wordsOf(n)), "’", "'")
	list := wordList(words)
	if len(list) == 0 || len(list) > longestNotice {
		return false
	}
	if slices.Contains(notices, strings.Join(list, " ")) || isDateLine(words) {
		return true
	}
	return slices.ContainsFunc(openings, func(o string) bool { return strings.HasPrefix(words, o) }) && n.Data != "li"
}

// isDateLine reports whether a block tells when the page was published and
// nothing else.
func isDateLine(words string) bool {
	m := inWords().FindStringIndex(words)
	if m == nil {
		m = inFigures().FindStringIndex(words)
	}
	if m == nil {
		return false
	}
	for _, w := range wordList(words[:m[0]] + " " + words[m[1]:]) {
		if !slices.Contains(timeWords, w) && strings.Trim(w, "0123456789") != "" {
			return false
		}
	}
	return true
}

// timeWords stand about a date and a time.
var timeWords = []string{"published", "updated", "posted", "first", "last", "modified", "original", "on", "at", "am", "pm", "a", "p", "m", "et", "est", "edt", "gmt", "bst",
	"utc", "pst", "pdt", "ct", "cst", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "date", "by"}

// isCommentHeading reports whether a block stands over what readers comment.
func isCommentHeading(n *html.Node) bool {
	if !strings.HasPrefix(n.Data, "h") {
		return false
	}
	folded := strings.Join(wordList(wordsOf(n)), " ")
	return slices.Contains([]string{"comments", "leave a reply", "leave a comment", "post a comment", "join the conversation", "tell us what you think", "reader comments", "add comment", "write a comment", "kommentare", "comentarios", "commentaires"}, folded)
}
