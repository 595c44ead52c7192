package text

import (
	"strings"
	"testing"
)

// article wraps a block in an article that is long enough to be found.
func article(block string) string {
	paragraph := "<p>The bridge over the Ure opened on Monday after fourteen months of work, the council said, and carries two lanes of traffic, a cycle path and a tram line.</p>"
	return "<html><body><article><h1>Bridge</h1>" + strings.Repeat(paragraph, 4) + block + strings.Repeat(paragraph, 4) + "</article></body></html>"
}

// TestRepair wants out what a site says about itself, and in what an article
// says.
func TestRepair(t *testing.T) {
	for _, c := range []struct {
		block, words string
		kept         bool
	}{
		{`<h3>Related</h3><ul><li><a href=/a>The tram line that nobody in the northern suburbs had asked for</a></li></ul>`, "nobody in the northern", false},
		{`<p>More from Transport</p><ul><li><a href=/a>Ferry sinks off Holm Point</a></li><li><a href=/b>Tram late</a></li></ul>`, "Ferry sinks", false},
		{`<ul><li><a href=/a>Home</a></li><li><a href=/b>News</a></li><li><a href=/c>Real Estate</a></li></ul>`, "Real Estate", false},
		{`<ul><li><a href=/a>The Ure</a>, which has flooded twice</li><li>The Skell</li></ul>`, "flooded twice", true},
		{`<p>The council named two rivers:</p><ul><li><a href=/a>The river Ure above Boroughbridge</a></li><li><a href=/b>The river Skell at Ripon, by the mill</a></li></ul>`, "The river Skell", true},
		{`<p>Advertisement</p>`, "Advertisement", false},
		{`<p>Read more: <a href=/a>Ferry sinks off Holm Point</a></p>`, "Ferry sinks", false},
		{`<p>Read more of this and you will see that the ferry sank.</p>`, "the ferry sank", true},
		{`<p>Updated: Nov. 20, 2019 1:35 a.m. EST</p>`, "2019", false},
		{`<p>The bridge opened on November 20, 2019.</p>`, "opened on November 20, 2019", true},
		{`<h2>Comments</h2><p>First!</p><p>I used the bridge on Tuesday and found that it was still shut to everybody.</p>`, "still shut", false},
		{`<h2>Comments by the council</h2><p>The council had this to say about the bridge and its critics on Tuesday.</p>`, "had this to say", true},
		{`<figure><img src=a.jpg><figcaption>The bridge on its first day</figcaption></figure>`, "on its first day", true},
		{`<table><tr><td>Cost</td><td>£3 million</td></tr></table>`, "£3 million", true},
		{`<blockquote><p>“It is a fine bridge,” she said.</p></blockquote>`, "a fine bridge", true},
	} {
		got := mustRead(t, []byte(article(c.block)), Options{MediaType: "text/html"})
		checkText(t, got)
		if kept := strings.Contains(got.Body, c.words); kept != c.kept {
			t.Errorf("%s: kept %v, want %v", c.block, kept, c.kept)
		}
	}
}
