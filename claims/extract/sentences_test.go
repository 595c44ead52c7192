package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

func TestSentences(t *testing.T) {
	tests := [][]string{
		{"It works in the U.S. Supreme Court.", "It does not elsewhere."},
		{"Halden Inc. bought it.", "Corvane Corp. Chief Executive Sam Marsh said no."},
		{"The case is No. 4:24-cv-04722 in Oakland.", "It was filed on Jan. 3, 2024."},
		{"Mr. Marsh met J. D. Vance and George W. Bush at 3 p.m. on Monday.", "They left."},
		{"Marsh v. Halden was heard in Oct. 2024.", "Nobody won."},
		{"Sen. Ted Cruz spoke, e.g. about tax.", "The rest, i.e. most, slept."},
		{"“I won’t,” she said.", "She left."},
		{"He left.", "“I won’t,” she said."},
		{"He said: “I won’t.”", "She left."},
		{"“Will it hold?” Marsh asked.", "Nobody knew."},
		{"“Stop!” he shouted.", "They did."},
		{"It costs $3.5 million at Amazon.com and Booking.com.", "OpenAI.com is free."},
		{"They were … well, tired.", "They slept."},
		{"She said, “The deal ... was never real.”", "It was."},
		{"(It was late.)", "They slept."},
		{"The judge agreed.[3]", "The clerk did not."},
		{"The judge agreed.¹", "The clerk did not."},
		{"“We lost.”[12]", "They did."},
		{"It moved to the U.S.", "The old office closed."},
		{"She has a Ph.D. from M.I.T. and an M.D. from Yale.", "He has none."},
		{"Did it work?", "No.", "It did not."},
		{"He said ''it is over.''", "''Then go,'' she said."},
		{"It rose 4.5 percent vs. 3.1 percent in Sept. 2023.", "It fell then."},
		{"Yahoo! Inc. sold it.", "Nobody cared."},
		{"See pp. 3-4 and fig. 2.", "They differ."},
		{"He said no.", "Forty went."},
		{"“He had no proof of it.", "... He would not have asked otherwise,” she said.", "They left."},
		{"“We kept it.", "… They did not.”"},
		{"”Mr. Marsh kept it."},
		{"The judge, Gonzalo P. Marsh, left with C.L. “Butch” Otter.", "They met."},
		{"I. Charles Marsh wrote it.", "She met him and I.", "It sank."},
		{"It met at the department’s.", "Marsh ate there."},
		{"The S.&P. 500 closed down.", "It rose then."},
		{"They sold the stock.", "37% was left.", "3 of them went."},
		{"“It sank.", "... We swam.", "… He slept!", "...  Who woke?"},
		{"“It sank. . . .", "We swam.", "She slept….", "They woke.”"},
		{"We sank ... and swam. . . . and slept."},
		{"The Yahoo! News page is down.", "It was sold."},
		{"It moved to Fresno, Calif.", "“I stayed,” he said."},
	}
	for _, want := range tests {
		body := ""
		for i, s := range want {
			if i > 0 {
				body += " "
			}
			body += s
		}
		var got []string
		for _, s := range Claims(lines(body)).Sentences {
			got = append(got, s.In(body))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s:\n%s", body, d)
		}
	}
}

// TestSentenceLines sees that a line's end within a block ends no sentence,
// and that no sentence crosses blocks.
func TestSentenceLines(t *testing.T) {
	body := "It was a long\nday on Jan.\n3. Then\r\nit rained.\nA heading\nMore rain."
	text := &sources.Text{Body: body}
	at := 0
	for _, end := range []int{strings.Index(body, "\nA head"), strings.Index(body, "\nMore"), len(body)} {
		text.Blocks = append(text.Blocks, sources.Block{Kind: sources.Paragraph, Start: at, End: end})
		at = end + 1
	}
	var got []string
	for _, s := range Claims(text).Sentences {
		got = append(got, s.In(body))
	}
	want := []string{"It was a long\nday on Jan.\n3.", "Then\r\nit rained.", "A heading", "More rain."}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
