package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

func TestHTMLDraftBlocks(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"white space", "<p> One\n\ttwo &nbsp;three </p>", []string{"paragraph: One two \u00a0three"}},
		{"entities", "<p>AT&amp;T &ldquo;a&rdquo; &#8212; &copy 5 &lt; 6 &nope; R&D</p>", []string{"paragraph: AT&T “a” — © 5 < 6 &nope; R&D"}},
		{"inline elements don't part words", "<p>f<b>o</b>o <i>bar</i>.</p>", []string{"paragraph: foo bar."}},
		{"one break, two breaks", "<div>One<br>two<br> <br>three</div>", []string{"paragraph: One\ntwo", "paragraph: three"}},
		{"text without elements", "One <p>two", []string{"paragraph: One", "paragraph: two"}},
		{"lists and tables", "<ul><li>a<li><p>b</ul><table><tr><th>c<td>d</table>", []string{"list item: a", "list item: b", "table cell: c", "table cell: d"}},
		{"quote and pull quote", "<blockquote><p>a</p></blockquote><aside class='x pull-quote'>b</aside>", []string{"block quote: a", "pull quote: b"}},
		{"headline, dek, byline", "<h1>Head</h1><p class=dek>Dek</p><p class=byline>By Dana Scott</p><h2>Part</h2><p>Text", []string{"heading: Head", "dek: Dek", "byline: By Dana Scott", "heading: Part", "paragraph: Text"}},
		{"caption", "<figure><img src=a><figcaption>Cap</figcaption></figure><p>Text", []string{"caption: Cap", "paragraph: Text"}},
		{"preformatted", "<pre>a\n  b &amp; c\n</pre>", []string{"code: a\n  b & c"}},
		{"what readers don't see", "<script>a</script><style>b</style><p hidden>c</p><p style='display: none'>d</p><!-- e --><template>f</template><p>Text", []string{"paragraph: Text"}},
		{"a forged place", "<p><!--t0,3-->Text", []string{"paragraph: Text"}},
		{"text in a table", "<table>One<tr><td>two</table>", []string{"paragraph: One", "table cell: two"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{MediaType: "html", Whole: true})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(got.Notes) != 0 {
				t.Errorf("notes %+v", got.Notes)
			}
		})
	}
}

func TestHTMLNotes(t *testing.T) {
	tests := []struct {
		name, file, body string
		want             []sources.Note
	}{
		{"Google Docs", `<p>A.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> B<a href="#cmnt1" id="cmnt_ref1">[a]</a></p>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> See <a href="https://www.google.com/url?q=https://x.org/%3Fa%3Db&amp;sa=D">this</a></span></p></div>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Who?</span></p></div>`, "A. B", []sources.Note{
			{Kind: "footnote", Label: "1", Text: "See this https://x.org/?a=b", Start: 2, End: 2, Line: 2},
			{Kind: "comment", Label: "a", Text: "Who?", Start: 4, End: 4, Line: 3}}},
		{"Word", `<p>A.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p>
<div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> One</p><p>two</p></div>`, "A.", []sources.Note{
			{Kind: "footnote", Label: "1", Text: "One\ntwo", Start: 2, End: 2, Line: 2}}},
		{"goldmark, twice", `<p>A.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> B.<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>N <a href="#fnref:1" role="doc-backlink">x</a> <a href="#fnref1:1" role="doc-backlink">x</a></p></li><li id="fn:2"><p>Nobody</p></li></ol></div>`, "A. B.", []sources.Note{
			{Kind: "footnote", Label: "1", Text: "N", Start: 2, End: 2, Line: 2},
			{Kind: "footnote", Label: "1", Text: "N", Start: 5, End: 5, Line: 2},
			{Kind: "footnote", Label: "fn:2", Text: "Nobody", Start: -1, End: -1, Line: 2}}},
		{"leads nowhere", `<p>A.<a href="#fn9" class="footnote-ref">9</a></p>`, "A.", []sources.Note{
			{Kind: "footnote", Label: "9", Start: 2, End: 2}}},
		{"a table of contents is none", `<p><a href="#a">Part</a></p><h2 id="a">Part <a href="#top">up</a></h2>`, "Part\n\nPart up", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{MediaType: "html", Whole: true})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, got.Notes); diff != "" || got.Body != tt.body {
				t.Errorf("body %q (-want +got):\n%s", got.Body, diff)
			}
		})
	}
}

func TestHTMLCharsets(t *testing.T) {
	tests := []struct{ name, media, file, want string }{
		{"declared by the server", "text/html; charset=iso-8859-1", "<p>caf\xe9", "café"},
		{"declared by the page", "", "<meta charset=windows-1252><p>\x93caf\xe9\x94", "“café”"},
		{"declared wrongly", "text/html; charset=iso-8859-1", "<p>café", "café"},
		{"undeclared UTF-8 late in the page", "", "<p>" + strings.Repeat("a ", 2000) + "café", "café"},
		{"undeclared and no UTF-8", "", "<p>caf\xe9 \x97", "café —"},
		{"broken UTF-8", "text/html; charset=utf-8", "<p>caf\xc3 x", "caf\ufffd x"},
		{"UTF-16", "", "\xff\xfe<\x00p\x00>\x00\xe9\x00", "é"},
	}
	for _, tt := range tests {
		media := tt.media
		if media == "" {
			media = "text/html"
		}
		got := mustRead(t, []byte(tt.file), Options{MediaType: media})
		if !strings.HasSuffix(got.Body, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got.Body, tt.want)
		}
	}
}

func TestHTMLMeta(t *testing.T) {
	tests := []struct {
		name, head string
		want       meta
	}{
		{"Open Graph", `<html lang=en><title>A | Ledger</title><meta property=og:site_name content=Ledger><meta property=article:published_time content=2026-03-04T08:00:00+0100><meta name=author content="By Dana Scott">`,
			meta{title: "A", byline: "Dana Scott", published: "2026-03-04T08:00:00+01:00", publisher: "Ledger", language: "en"}},
		{"JSON-LD graph", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"A &amp; B","author":{"name":"Dana"},"datePublished":"2026-03-04","publisher":{"name":"Ledger"}}]}</script>`,
			meta{title: "A & B", byline: "Dana", published: "2026-03-04", publisher: "Ledger"}},
		{"visible parts", `<body><h1>A</h1><a rel=author>Dana</a><time datetime=2026-03-04></time>`, meta{title: "A", byline: "Dana", published: "2026-03-04"}},
		{"no time", `<meta property=article:published_time content=0001-01-01T00:00:00Z><meta name=date content="4 March">`, meta{}},
		{"terminal escapes are kept", "<title>A\x1b[31m</title>", meta{title: "A\x1b[31m"}},
		{"broken JSON-LD", `<script type="application/ld+json">{</script><title>A</title>`, meta{title: "A"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.head+"<p>Words."), Options{MediaType: "html"})
			have := meta{got.Title, got.Byline, got.Published, got.Publisher, got.Language, got.Canonical}
			if have != tt.want {
				t.Errorf("got %+v, want %+v", have, tt.want)
			}
		})
	}
}

func TestHTMLSourceLosesNoPage(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"nothing like an article", "<body><ul><li>One</li></ul>", "One"},
		{"nested too deeply", strings.Repeat("<div>", 2000) + "<script>no</script>One<p>two", "One\n\ntwo"},
		{"no markup", "One", "One"},
	}
	for _, tt := range tests {
		if got := mustRead(t, []byte(tt.file), Options{MediaType: "html"}); got.Body != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got.Body, tt.want)
		}
	}
}

func TestHTMLLinksAreAbsolute(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"https://x.org/a/b", `<a href="../c?d=1&amp;e">w</a>`, "https://x.org/c?d=1&e"},
		{"https://x.org/a", `<base href="/f/"><a href="c">w</a>`, "https://x.org/f/c"},
		{"page.html", `<base href="https://y.org/f/"><a href="c">w</a>`, "https://y.org/f/c"},
		{"page.html", `<a href="c">w</a>`, "c"},
	}
	for _, tt := range tests {
		got := mustRead(t, []byte("<p>"+tt.file), Options{MediaType: "html", Name: tt.name})
		if len(got.Links) != 1 || got.Links[0].Address != tt.want {
			t.Errorf("%s %s: %+v, want %s", tt.name, tt.file, got.Links, tt.want)
		}
	}
}
