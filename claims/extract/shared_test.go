package extract

import (
	"stet/sources"
)

// lines makes a text with one paragraph a line.
func lines(body string) *sources.Text {
	t := &sources.Text{MediaType: "text/plain", Body: body}
	start := 0
	for i := 0; i <= len(body); i++ {
		if i < len(body) && body[i] != '\n' {
			continue
		}
		if i > start {
			t.Blocks = append(t.Blocks, sources.Block{Kind: sources.Paragraph, Start: start, End: i})
		}
		start = i + 1
	}
	return t
}
