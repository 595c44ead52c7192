package storetest

import (
	"fmt"
	"time"

	"stet/claims"
	"stet/sources"
)

// sign gives two claims in five a verdict, of which one in ten is void: the
// words or the evidence signed are not those of the claim. Others are void
// because a source was captured anew.
func (s *storyWriter) sign(i int) {
	if s.r.IntN(5) > 1 {
		return
	}
	c, cited := s.claims[i], s.cited[i]
	o := claims.SignOff{
		ID: s.ids.next(), Claim: c.ID, Verdict: claims.Confirmed, By: "Kit Moss", At: s.at.AddDate(0, 6, 0), Words: c.Text,
	}
	switch s.r.IntN(20) {
	case 0:
		o.Verdict, o.To, o.Note = claims.ChangeTo, "It may be that "+c.Text, "the source is not sure"
	case 1:
		o.Verdict, o.Note = claims.Unverifiable, "nobody answers"
	case 2:
		o.Verdict = claims.OnAuthor
	case 3:
		o.Verdict, o.Note = claims.Incorrect, "the report says otherwise"
	case 4:
		o.Verdict, o.By = claims.Stet, s.article.Author
	}
	for _, t := range cited {
		o.Evidence = append(o.Evidence, s.pin(t))
	}
	switch s.r.IntN(20) {
	case 0:
		o.Words += " Or so it was said."
	case 1:
		if len(o.Evidence) > 0 {
			o.Evidence = o.Evidence[1:]
		}
	}
	if s.oneIn(10) { // somebody else had signed before
		older := o
		older.ID, older.At, older.By, older.Verdict, older.To, older.Evidence = s.ids.next(), o.At.Add(-time.Hour), "Dana Scott", claims.OnAuthor, "", nil
		s.signed = append(s.signed, older)
	}
	s.signed = append(s.signed, o)
}

func (s *storyWriter) pin(t claims.Citation) claims.Pin {
	p := s.citing[t.ID]
	pin := claims.Pin{Citation: t.ID, Source: t.Source, Stance: t.Stance, Quote: t.Quote, Locator: t.Locator, Snapshot: p.newest()}
	if len(p.contents) > 1 {
		pin.Snapshot = p.contents[0].Digest
	}
	if m, ok := s.matches[t.ID]; ok {
		pin.Passage = m.Selector.Exact
	}
	return pin
}

// check says what the checks found on a claim: something on one in three.
func (s *storyWriter) check(i int) {
	c, v := s.claims[i], &s.story.checked
	if v.Checked == nil {
		v.Checked = map[string]claims.Checked{}
	}
	v.Checked[c.ID] = claims.Checked{Basis: string(sources.DigestOf([]byte(c.Text))), Start: c.Start()}
	for _, t := range s.cited[i] {
		m, ok := s.matches[t.ID]
		if !ok {
			continue
		}
		v.Matches = append(v.Matches, m)
		switch m.Class {
		case claims.Absent:
			s.find(c, "quote", claims.Error, claims.NotFound, t.ID, "the quote stands nowhere in the source: copy it from there")
		case claims.Altered:
			s.find(c, "quote", claims.Error, claims.Contradicted, t.ID, fmt.Sprintf("the source says “%s”: quote it as it is", m.Selector.Exact))
		}
	}
	if c.Cut {
		return
	}
	if len(s.cited[i]) == 0 && c.Place == claims.InBody {
		s.find(c, "no-citation", claims.Info, claims.Unread, "", "it cites no source: give one")
	}
	if s.oneIn(12) && len(s.cited[i]) > 0 {
		s.find(c, "number", claims.Error, claims.Contradicted, s.cited[i][0].ID, fmt.Sprintf("the source says %s, and the copy %s: see which is right", s.count(), s.count()))
	}
	if s.oneIn(12) {
		s.find(c, "wording", claims.Info, claims.NotFound, "", fmt.Sprintf("“%s” is a strong word: see whether the source has it", s.slot("adjective")))
	}
}

func (s *storyWriter) find(c claims.Claim, check string, severity claims.Severity, outcome claims.Outcome, citation, message string) {
	s.story.checked.Findings = append(s.story.checked.Findings, claims.Finding{
		Check: check, Severity: severity, Outcome: outcome, Claim: c.ID, Citation: citation, Message: message, Spans: c.Spans,
	})
}

// checked ends what the checks found with what they found of the article.
func (s *storyWriter) checked() {
	s.story.checked.Basis = string(sources.DigestOf([]byte(s.draft.Text + s.article.ID)))
	if s.oneIn(20) {
		s.story.checked.Findings = append(s.story.checked.Findings, claims.Finding{
			Check: "consistency", Severity: claims.Warning, Outcome: claims.Contradicted, Message: "the headline and the body give other figures: see which is right",
		})
	}
}
