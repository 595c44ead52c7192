package origin

import (
	"testing"

	"stet/sources"
)

// report is a news report, which says after its first sentence where it has it
// from.
func report(publisher, address, from string) Document {
	return Document{Address: address, Kind: sources.NewsReport, Digest: sources.DigestOf([]byte(address)), Text: &sources.Text{
		Publisher: publisher,
		Body:      publisher + ": The dredger Halcyon ran aground off Saltby with forty people aboard" + from + ". Nobody was hurt, and the harbour was closed until noon.",
	}}
}

// TestRests tells who has it from whom, in words, in one direction at a time.
func TestRests(t *testing.T) {
	courier := report("The Saltby Courier", "https://courier.example/dredger", ", as first reported by The Evening Mail")
	mail := report("The Evening Mail", "https://mail.example/dredger", ", The Coast Post first reported")
	post := report("The Coast Post", "https://post.example/dredger", "")
	for _, c := range []struct {
		document, on Document
		want         bool
	}{
		{courier, mail, true}, {mail, courier, false},
		{mail, post, true}, {post, mail, false}, {courier, post, false}, {post, courier, false},
	} {
		if got := Rests(c.document, c.on); got != c.want {
			t.Errorf("%s rests on %s: %t", c.document.Address, c.on.Address, got)
		}
	}
}
