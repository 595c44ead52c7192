package text

import (
	"testing"
)

// TestPageMeta says of small pages what they say of themselves, one rule each.
func TestPageMeta(t *testing.T) {
	const head = `<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Bridge over the Ure opens on Monday">`
	for _, c := range []struct {
		name, page, address      string
		title, byline, published string
	}{
		{name: "nothing", page: `<p>Words.`},
		{name: "the heading that readers see", title: "The bridge over the Ure opens at last",
			page: head + `<h1>The Harbour Post</h1><h1>The bridge over the Ure opens at last</h1>`},
		{name: "a heading of another thing", title: "Bridge over the Ure opens on Monday",
			page: head + `<h1>Subscribe to our newsletter</h1>`},
		{name: "a heading with the section before it", title: "Bridge over the Ure opens on Monday",
			page: head + `<h1><span>Transport</span> Bridge over the Ure opens on Monday</h1>`},
		{name: "the site's name behind the title", title: "Bridge opens",
			page: `<meta property="og:site_name" content="The Harbour Post"><title>Bridge opens - The Harbour Post | News, Sport</title>`},
		{name: "the site's name as its address spells it", address: "https://www.harbour-post.example/a", title: "Bridge opens",
			page: `<title>Harbour Post » Bridge opens</title>`},
		{name: "a dash that is no site's", title: "Bridge opens - at last", page: `<title>Bridge opens - at last</title>`},
		{name: "a heading beside the article", title: "Bridge over the Ure opens on Monday",
			page: head + `<aside><h1>Bridge opens on Monday: what else to read</h1></aside>`},

		{name: "author of the metadata", byline: "Dana Scott", page: `<meta name="author" content="By Dana Scott">`},
		{name: "an address is no author", byline: "Dana Scott", page: `<meta property="article:author" content="https://example.com/dana"><meta name="parsely-author" content="Dana Scott">`},
		{name: "a blog's label", byline: "Dana Scott", page: `<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Dana Scott @dscott">`},
		{name: "JSON-LD that names people elsewhere", byline: "Dana Scott, Tom Reyes", published: "2026-05-03T10:00:00+02:00",
			page: `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[{"@id":"#a"},{"@type":"Person","name":"Tom Reyes"}],"datePublished":"2026-05-03T10:00:00+02:00"},{"@type":"Person","@id":"#a","name":"Dana Scott"}]}</script>`},
		{name: "JSON-LD over lines", byline: "Dana Scott", page: "<script type='application/ld+json'>{\"@type\":\"Article\",\"description\":\"One\ntwo\",\"author\":{\"name\":\"Dana Scott\"}}</script>"},
		{name: "a broken JSON-LD", page: `<script type="application/ld+json">{"@type":</script>`},
		{name: "the byline that readers see", title: "Bridge", byline: "Dana Scott", page: `<h1>Bridge</h1><div class="post-author-name"><span>By</span> <a href="/author/dana">Dana Scott</a><div>Staff</div></div>`},
		{name: "more people than the metadata names", byline: "Dana Scott, Tom Reyes",
			page: `<meta name="author" content="Dana Scott"><p class="byline">By <a href="/author/d">Dana Scott</a> and <a href="/author/t">Tom Reyes</a></p>`},
		{name: "a desk gives way to a person", byline: "Dana Scott", page: `<meta name="author" content="Post staff"><p class="byline">By Dana Scott</p>`},
		{name: "a desk alone", byline: "Post staff", page: `<meta name="author" content="Post staff">`},
		{name: "a name that is capitals and particles", byline: "Ludwig van der Berg", page: `<span class="author">Von Ludwig van der Berg | 3. Mai 2026</span>`},
		{name: "what stands where names do", page: `<div class="author">Share this</div><p class="byline">5 minutes ago</p>`},
		{name: "an author of a comment", page: `<div class="comments"><span class="author">Dana Scott</span></div>`},
		{name: "an author of a work that is cited", byline: "Dana Scott", page: `<meta name="dc.creator" content="Dana Scott"><ol><li itemprop="citation"><meta itemprop="author" content="Tom Reyes"></ol>`},

		{name: "date of the metadata", published: "2026-05-03T08:00:00Z", page: `<meta property="article:published_time" content="2026-05-03T08:00:00Z">`},
		{name: "the day that readers see", published: "2026-05-02", page: `<meta property="article:published_time" content="2026-05-03T03:00:00Z"><time>May 2, 2026 at 11 p.m.</time>`},
		{name: "a time element's words", published: "2026-05-03", page: `<time>Published on 3 May 2026</time>`},
		{name: "an element set as a date", published: "2026-05-03", page: `<span class="entry-date">May 3rd, 2026</span>`},
		{name: "in German", published: "2026-03-03", page: `<span class="date">3. März 2026</span>`},
		{name: "in figures, continental", published: "2026-05-03", page: `<span class="date">03.05.2026</span>`},
		{name: "in figures, the day over 12", published: "2026-05-23", page: `<span class="date">23/05/2026</span>`},
		{name: "in figures, the month must come first", published: "2026-05-23", page: `<span class="date">05/23/2026</span>`},
		{name: "in figures, nobody can tell", page: `<span class="date">03/05/2026</span>`},
		{name: "after the headline", published: "2026-05-03", page: head + `<h1>Bridge over the Ure opens</h1><p>May 3, 2026</p><p>Words.`, title: "Bridge over the Ure opens"},
		{name: "in the address", address: "https://example.com/2026/05/03/bridge", published: "2026-05-03", page: `<p>Words.`},
		{name: "no such day", address: "https://example.com/2026/02/31/bridge", page: `<p>Words.`},
		{name: "of something beside it", page: `<aside><time datetime="2026-05-03">x</time></aside>`},
	} {
		got := mustRead(t, []byte(c.page), Options{MediaType: "text/html", Name: c.address})
		if got.Title != c.title || got.Byline != c.byline || got.Published != c.published {
			t.Errorf("%s: %q, %q, %q; want %q, %q, %q", c.name, got.Title, got.Byline, got.Published, c.title, c.byline, c.published)
		}
	}
}

func FuzzIsoDate(f *testing.F) {
	for _, s := range []string{"May 3, 2026", "3. März 2026", "2026-05-03T10:00Z", "31.02.2026", "12/13/2014", "le 3 de mayo de 2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if got := isoDate(words); got != "" && !isDate(got) {
			t.Errorf("%q: %q is no date", words, got)
		}
	})
}
