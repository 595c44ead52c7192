package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"stet/claims"
	"stet/sources"
)

// story is one article: the changes that made it, in order, and what the checks
// made of it.
type story struct {
	changes []*claims.Change
	checked claims.Verification
}

// storyWriter makes one article.
type storyWriter struct {
	*writer
	seed    uint64
	ids     *ids
	at      time.Time
	popular *rand.Zipf // which source is cited: a few are by many
	pages   []*page
	article claims.Article
	draft   claims.Draft
	body    strings.Builder
	claims  []claims.Claim
	cited   [][]claims.Citation // by claim
	citing  map[string]*page    // by citation
	matches map[string]claims.Match
	parts   []claims.Part
	signed  []claims.SignOff
	story   story
}

// newStory makes the article of an index, from 0, with so many claims. Two
// articles of a ledger never share an identifier.
func newStory(seed uint64, index, size int, pages []*page) *story {
	w := newWriter(seed, 1<<40+uint64(index))
	at := begun.AddDate(0, 0, 2).Add(time.Duration(index) * time.Minute)
	s := &storyWriter{
		writer: w, seed: seed, at: at, ids: idsOf(w, at), pages: pages, matches: map[string]claims.Match{}, citing: map[string]*page{},
		popular: rand.NewZipf(w.r, zipfExponent, 50, uint64(len(pages)-1)),
	}
	slug := fmt.Sprintf("%s-%s-%d", nouns[w.noun.Uint64()], nouns[w.noun.Uint64()], index+1)
	s.article = claims.Article{ID: s.ids.next(), Slug: slug, Title: capital(w.core()), Author: w.person()}
	s.draft = claims.Draft{Article: s.article.ID, File: slug + ".md", MediaType: "text/markdown", At: at, Unit: sources.Lines}
	if w.oneIn(10) {
		s.draft.File, s.draft.MediaType, s.draft.Unit = slug+".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", sources.Paragraphs
	}
	for number := 1; number <= size; number++ {
		s.claim(number)
	}
	s.finishDraft()
	for i := range s.claims {
		s.sign(i)
		s.check(i)
	}
	s.checked()
	return s.finish()
}

// claim writes one sentence of the draft, with its citations.
func (s *storyWriter) claim(number int) {
	said := s.sentence(s.statement())
	c := claims.Claim{
		ID: s.ids.next(), Article: s.article.ID, Number: number, Text: said.text, Place: claims.InBody, Label: said.label,
		Priority: claims.Normal, Attributions: said.attributions,
	}
	switch {
	case number == 1:
		c.Place, c.Priority, c.Reasons = claims.InHeadline, claims.High, []string{"stands in the headline", "gives a figure"}
	case s.oneIn(5):
		c.Priority, c.Reasons = claims.High, []string{"gives a figure"}
	case s.oneIn(5):
		c.Priority, c.Reasons = claims.Low, []string{"common knowledge"}
	}
	switch {
	case s.oneIn(30):
		c.Cut, c.Attributions = true, nil
		c.Prefix, c.Suffix = "which had been known for years. ", " Nobody else was there at the tim"
	case s.oneIn(200):
		c.By, c.Attributions = "Kit Moss", nil // added by hand
	default:
		s.place(&c)
	}
	s.claims = append(s.claims, c)
	s.cite(c)
	if c.Cut && number > 2 && s.oneIn(3) {
		whole := s.claims[number-2]
		s.parts = append(s.parts, claims.Part{
			Claim: c.ID, Number: number, Whole: whole.ID, WholeNumber: whole.Number, Bond: claims.MergedInto, At: s.at,
		})
	}
}

// statement is new, or one in ten times one that other articles make too.
func (s *storyWriter) statement() string {
	if !s.oneIn(10) {
		return s.core()
	}
	return newWriter(s.seed, 1<<50+uint64(s.r.IntN(max(1, len(s.pages)/2)))).core()
}

// place puts the claim into the draft's text; its offsets move with it.
func (s *storyWriter) place(c *claims.Claim) {
	if s.body.Len() > 0 {
		if s.oneIn(3) || len(s.draft.Segments) < 2 {
			s.body.WriteString("\n\n")
		} else {
			s.body.WriteByte(' ')
		}
	}
	start := s.body.Len()
	if start == 0 || strings.HasSuffix(s.body.String()[max(0, start-2):], "\n\n") {
		s.draft.Segments = append(s.draft.Segments, sources.Segment{Start: start, Line: 1 + 2*len(s.draft.Segments), Column: 1})
	}
	s.body.WriteString(c.Text)
	c.Spans = []claims.Span{{Start: start, End: s.body.Len()}}
	for i := range c.Attributions {
		a := &c.Attributions[i]
		for _, p := range []*claims.Phrase{&a.Speaker, &a.Cue, &a.Content} {
			p.Start, p.End = p.Start+start, p.End+start
		}
	}
}

// cite gives the claim two citations on average, and one in ten none.
func (s *storyWriter) cite(c claims.Claim) {
	var cited []claims.Citation
	if !s.oneIn(10) {
		for range []int{1, 1, 1, 2, 2, 2, 2, 3, 4, 4}[s.r.IntN(10)] {
			cited = append(cited, s.citation(c, len(cited)))
		}
	}
	s.cited = append(s.cited, cited)
}

func (s *storyWriter) citation(c claims.Claim, position int) claims.Citation {
	p := s.pages[scattered(s.popular.Uint64(), len(s.pages))]
	t := claims.Citation{
		ID: s.ids.next(), Claim: c.ID, Source: p.source.ID, Stance: claims.Offered, Origin: fmt.Sprintf("footnote %d", 2*c.Number+position),
	}
	switch s.r.IntN(20) {
	case 0, 1, 2, 3:
		t.Stance, t.By = claims.Supports, "Dana Scott"
	case 4:
		t.Stance, t.By = claims.Disputes, "Kit Moss"
	case 5:
		t.Origin, t.By = "cite", "Kit Moss"
	case 6:
		t.Note = "see also " + s.somewhere()
	}
	switch s.r.IntN(4) {
	case 0:
		t.Grade = claims.Secondary
	case 1:
		t.Grade = claims.Primary
	}
	s.citing[t.ID] = p
	s.locate(&t)
	if !s.oneIn(3) {
		s.quote(&t, p)
	}
	return t
}

func (s *storyWriter) locate(t *claims.Citation) {
	switch s.r.IntN(12) {
	case 0, 1, 2:
		t.Locator.Page = s.figure(90)
	case 3:
		t.Locator.Page, t.Locator.PageEnd = s.figure(40), s.figure(90)
	case 4:
		t.Locator.Paragraph = s.figure(200)
	case 5:
		t.Locator.Time = "12:" + s.figure(59)
	}
}

func (s *storyWriter) figure(below int) string { return fmt.Sprint(10 + s.r.IntN(below-10)) }

// quote quotes the page, mostly as it is, and says where that stands.
func (s *storyWriter) quote(t *claims.Citation, p *page) {
	said := p.text
	if p.older != "" && s.oneIn(2) {
		said = p.older
	}
	if said == "" {
		t.Quote = s.core()
		return
	}
	start, end := s.words(said)
	t.Quote = strings.TrimSpace(said[start:end])
	m := claims.Match{Citation: t.ID, Snapshot: p.newest(), Class: claims.Absent}
	if at := strings.Index(p.text, t.Quote); at >= 0 {
		m.Class, m.Span = claims.Exact, claims.Span{Start: at, End: at + len(t.Quote)}
		m.Selector = claims.Select(p.text, m.Span)
		if t.Locator.Page != "" {
			m.Page, m.WrongPage = t.Locator.Page, s.oneIn(15)
		}
	}
	if s.oneIn(15) && m.Class == claims.Exact {
		first, rest, _ := strings.Cut(t.Quote, " ")
		m.Class, m.Difference = claims.Altered, []claims.Edit{{Kind: claims.Inserted, Text: "hardly"}, {Kind: claims.Omitted, Text: first}}
		t.Quote = "hardly " + rest
	}
	s.matches[t.ID] = m
}

// words returns where some words of a text begin and end.
func (s *storyWriter) words(text string) (start, end int) {
	start = s.r.IntN(max(1, len(text)-60))
	if at := strings.IndexByte(text[start:], ' '); at >= 0 {
		start += at + 1
	}
	end = min(len(text), start+30+s.r.IntN(60))
	if at := strings.LastIndexByte(text[start:end], ' '); at > 0 {
		end = start + at
	}
	return start, end
}

// finishDraft closes the text, and gives each claim what stands around it.
func (s *storyWriter) finishDraft() {
	s.body.WriteByte('\n')
	s.draft.Text = s.body.String()
	s.draft.Digest = sources.DigestOf([]byte(s.draft.Text))
	s.article.Draft = s.draft.Digest
	for i := range s.claims {
		if span := s.claims[i].Spans; len(span) > 0 {
			s.claims[i].Prefix = around(s.draft.Text[:span[0].Start], false)
			s.claims[i].Suffix = around(s.draft.Text[span[0].End:], true)
		}
	}
	for i := range s.parts {
		s.parts[i].Draft = s.draft.Digest
	}
}

// around returns the characters next to a claim, as claims.Select does,
// without counting those before it from the text's beginning.
func around(text string, begin bool) string {
	runes := []rune(text[:min(len(text), 4*claims.ContextLength)])
	if begin {
		return string(runes[:min(len(runes), claims.ContextLength)])
	}
	text = strings.ToValidUTF8(text[max(0, len(text)-4*claims.ContextLength):], "")
	runes = []rune(text)
	return string(runes[max(0, len(runes)-claims.ContextLength):])
}

// finish puts the article together.
func (s *storyWriter) finish() *story {
	text := []byte(s.draft.Text)
	imported := &claims.Change{
		By: "Dana Scott", What: "import", At: s.at,
		Snapshots: []claims.Content{{
			Snapshot: sources.Snapshot{Digest: s.draft.Digest, MediaType: s.draft.MediaType, Size: int64(len(text)), At: s.at}, Bytes: text,
		}},
		Articles: []claims.Article{s.article}, Drafts: []claims.Draft{s.draft}, Claims: s.claims, Parts: s.parts,
	}
	for _, cited := range s.cited {
		imported.Citations = append(imported.Citations, cited...)
	}
	s.story.changes = []*claims.Change{imported}
	if len(s.signed) > 0 {
		s.story.changes = append(s.story.changes, &claims.Change{By: "Kit Moss", What: "sign", At: s.at.AddDate(0, 6, 0), SignOffs: s.signed})
	}
	return &s.story
}
