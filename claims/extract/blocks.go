package extract

import (
	"strings"

	"stet/claims"
	"stet/sources"
)

// draft is a text on its way through the stages.
type draft struct {
	text      *sources.Text
	sentences []sentence
	people    map[string]bool     // words that are a person's surname somewhere in the draft
	judges    map[string]string   // by surname, whether somebody is a judge or a justice
	spokesmen map[string][]string // by surname, for whom somebody speaks
	noted     map[int]bool        // where a sentence starts that a footnote stands on
}

// block is a part of the draft within which sentences lie.
type block struct {
	claims.Span
	kind     sources.BlockKind
	place    claims.Place
	headline bool          // the draft's own, not that of a section
	quotes   []claims.Span // what stands in quotation marks, marks included
}

// sentence is a sentence with its words.
type sentence struct {
	claims.Span
	block *block
	words []word
}

func newDraft(t *sources.Text) *draft {
	d := &draft{text: t, people: map[string]bool{}, judges: map[string]string{}, spokesmen: map[string][]string{}, noted: map[int]bool{}}
	for _, b := range blocksOf(t) {
		b.quotes = quotations(t.Body, b.Span)
		for _, span := range split(t.Body, b.Span) {
			s := sentence{Span: span, block: &b, words: words(t.Body, span, b.quotes)}
			d.sentences = append(d.sentences, s)
			notePeople(s.words, d.people)
			noteJudges(s.words, d.judges)
			noteSpokesmen(s.words, d.spokesmen)
		}
	}
	for _, m := range d.marks() {
		if i := d.sentenceOf(m); i >= 0 && m.Kind == Footnote {
			d.noted[d.sentences[i].Start] = true
		}
	}
	return d
}

// blocksOf returns the blocks of a text with the place in the article that each
// stands for. A text without blocks is read as paragraphs parted by empty
// lines.
func blocksOf(t *sources.Text) []block {
	if len(t.Blocks) == 0 {
		return paragraphs(t.Body)
	}
	blocks := make([]block, 0, len(t.Blocks))
	headed := false
	for _, b := range t.Blocks {
		own := b.Kind == sources.Heading && !headed
		headed = headed || own
		blocks = append(blocks, block{
			Span: claims.Span{Start: b.Start, End: b.End}, kind: b.Kind,
			place: placeOf(b.Kind, own), headline: own,
		})
	}
	return blocks
}

func placeOf(kind sources.BlockKind, headline bool) claims.Place {
	switch kind {
	case sources.Dek:
		return claims.InDek
	case sources.Caption:
		return claims.InCaption
	case sources.PullQuote:
		return claims.InPullQuote
	}
	if headline {
		return claims.InHeadline
	}
	return claims.InBody
}

func paragraphs(body string) []block {
	var blocks []block
	for at := 0; at < len(body); {
		end := len(body)
		if i := strings.Index(body[at:], "\n\n"); i >= 0 {
			end = at + i
		}
		if strings.TrimSpace(body[at:end]) != "" {
			blocks = append(blocks, block{
				Span: claims.Span{Start: at, End: end}, kind: sources.Paragraph, place: claims.InBody,
			})
		}
		at = end + len("\n\n")
	}
	return blocks
}
