package desk

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/claims"
)

// SplitClaim makes two claims of one: it keeps what stands before the words,
// and what begins with them is a claim of its own, which it returns the name
// of. Both cite what the whole did. The words must stand once in the claim, as
// whole words, with others before them; what only joins the halves belongs to
// neither. A sign-off on the whole is void.
func (d *Desk) SplitClaim(ctx context.Context, ref claims.Ref, words string) (claims.Ref, error) {
	part := claims.Ref{Slug: ref.Slug}
	err := d.change(ctx, func() (*claims.Change, error) {
		dossier, entry, err := d.Claim(ctx, ref)
		if err != nil {
			return nil, err
		}
		if err := d.mayShape(ref, entry); err != nil {
			return nil, err
		}
		first, second, err := halves(dossier.Draft.Text, entry.Claim, words)
		if err != nil {
			return nil, err
		}
		c := d.beginOn(dossier, "claim split")
		whole, half := entry.Claim, entry.Claim
		half.ID, half.Number = d.NewID(), nextNumber(dossier)
		shape(&whole, dossier.Draft.Text, first, d.By, []claims.Claim{entry.Claim})
		shape(&half, dossier.Draft.Text, second, d.By, []claims.Claim{entry.Claim})
		part.Number = half.Number
		c.Claims = []claims.Claim{whole, half}
		c.Citations = d.citeToo(half.ID, nil, entry.Citations)
		c.Parts = []claims.Part{bond(dossier, c, half, whole, claims.SplitOff)}
		d.owedToo(c, half.ID, entry)
		return c, nil
	})
	return part, err
}

// MergeClaims makes one claim of several of an article. The first named keeps
// its number and has the words of all, in the order of the draft, and what they
// cite; the others are cut. A sign-off on any of them is void.
func (d *Desk) MergeClaims(ctx context.Context, refs []claims.Ref) error {
	return d.change(ctx, func() (*claims.Change, error) {
		dossier, first, err := d.Claim(ctx, refs[0])
		if err != nil {
			return nil, err
		}
		if err := d.mayShape(refs[0], first); err != nil {
			return nil, err
		}
		c := d.beginOn(dossier, "claim merge")
		whole, cited, all := first.Claim, slices.Clone(first.Citations), []claims.Claim{first.Claim}
		for _, ref := range refs[1:] {
			_, e, err := d.Claim(ctx, ref)
			if err != nil {
				return nil, err
			}
			if err := d.mayShape(ref, e); err != nil {
				return nil, err
			}
			if ref.Slug != refs[0].Slug || e.Claim.Place != whole.Place || e.Claim.ID == whole.ID {
				return nil, claims.Invalidf("%s and %s can't be one claim: they must be two of one place in one article", refs[0], ref)
			}
			more := d.citeToo(whole.ID, cited, e.Citations)
			cited, c.Citations = append(cited, more...), append(c.Citations, more...)
			all = append(all, e.Claim)
			d.handOver(c, e, first)
		}
		shape(&whole, dossier.Draft.Text, joined(dossier.Draft.Text, all), d.By, all)
		c.Claims = []claims.Claim{whole}
		for _, o := range all[1:] {
			c.Parts = append(c.Parts, bond(dossier, c, o, whole, claims.MergedInto))
			o.Cut, o.Spans, o.SpansBy = true, nil, ""
			c.Claims = append(c.Claims, o)
		}
		return c, nil
	})
}

// mayShape refuses claims whose words the draft doesn't have.
func (d *Desk) mayShape(ref claims.Ref, e claims.Entry) error {
	switch {
	case e.Claim.Cut:
		return claims.Invalidf("%s was cut", ref)
	case len(e.Claim.Spans) == 0 || e.Claim.By != "":
		return claims.Invalidf("%s is worded by hand: only words of the draft can be split or merged", ref)
	}
	return nil
}

// shape draws a claim's spans by hand, over words that other claims were found
// on: it has their attributions that speak of its words, the most urgent
// priority of theirs and every reason for it.
func shape(c *claims.Claim, draft string, spans []claims.Span, by string, on []claims.Claim) {
	c.Spans, c.SpansBy, c.Text = spans, by, claims.TextOf(draft, spans)
	c.Anchor(draft)
	on = slices.Clone(on)
	slices.SortFunc(on, func(a, b claims.Claim) int { return a.Start() - b.Start() })
	c.Attributions, c.Reasons, c.Priority, c.Place = nil, nil, claims.Low, on[0].Place
	for _, o := range on {
		for _, a := range o.Attributions {
			if overlapsAny(spans, a.Cue.Span) || overlapsAny(spans, a.Content.Span) {
				c.Attributions = append(c.Attributions, a)
			}
		}
		for _, reason := range o.Reasons {
			if !slices.Contains(c.Reasons, reason) {
				c.Reasons = append(c.Reasons, reason)
			}
		}
		if slices.Index(claims.Priorities, o.Priority) < slices.Index(claims.Priorities, c.Priority) {
			c.Priority = o.Priority
		}
	}
	switch {
	case c.LabelBy != "":
	case len(c.Attributions) == 0:
		c.Label = claims.OwnVoice
	default:
		c.Label = c.Attributions[0].Label
	}
}

func overlapsAny(spans []claims.Span, s claims.Span) bool {
	return slices.ContainsFunc(spans, func(o claims.Span) bool { return s.Start < o.End && o.Start < s.End })
}

// citeToo returns citations for a claim that cites what another does, but for
// what it cites already.
func (d *Desk) citeToo(claim string, has, cited []claims.Citation) []claims.Citation {
	var more []claims.Citation
	for _, c := range cited {
		same := func(o claims.Citation) bool {
			return o.Source == c.Source && o.Quote == c.Quote && o.Locator == c.Locator
		}
		if slices.ContainsFunc(has, same) || slices.ContainsFunc(more, same) {
			continue
		}
		c.ID, c.Claim = d.NewID(), claim
		more = append(more, c)
	}
	return more
}

func bond(dossier *claims.Dossier, c *claims.Change, part, whole claims.Claim, b claims.Bond) claims.Part {
	return claims.Part{
		Claim: part.ID, Number: part.Number, Whole: whole.ID, WholeNumber: whole.Number,
		Bond: b, Draft: dossier.Article.Draft, At: c.At,
	}
}

func nextNumber(dossier *claims.Dossier) int {
	n := 0
	for _, e := range dossier.Entries {
		n = max(n, e.Claim.Number)
	}
	return n + 1
}

// halves returns the spans of a claim before some words of it, and from them
// on.
func halves(draft string, c claims.Claim, words string) (first, second []claims.Span, err error) {
	at, n := 0, 0
	for _, s := range c.Spans {
		for from := s.Start; words != ""; {
			i := strings.Index(draft[from:s.End], words)
			if i < 0 {
				break
			}
			if from += i; beginsWord(draft, from) {
				at, n = from, n+1
			}
			from += len(words)
		}
	}
	switch {
	case n == 0:
		return nil, nil, claims.Invalidf("“%s” does not stand in “%s”", words, c.Text)
	case n > 1:
		return nil, nil, claims.Invalidf("“%s” stands %d times in “%s”: name more words", words, n, c.Text)
	}
	for _, s := range c.Spans {
		if before := trimJoint(draft, claims.Span{Start: s.Start, End: min(s.End, at)}); before.Start < before.End {
			first = append(first, before)
		}
		if after := trimJoint(draft, claims.Span{Start: max(s.Start, at), End: s.End}); after.Start < after.End {
			second = append(second, after)
		}
	}
	if len(first) == 0 || len(second) == 0 {
		return nil, nil, claims.Invalidf("nothing of “%s” stands before “%s”", c.Text, words)
	}
	return first, second, nil
}

func beginsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// joints are what joins two halves of a sentence and says nothing by itself.
var joints = []string{"and", "but", "while", "whereas", "yet", "as well as"}

// trimJoint leaves out what only joins words to others: spaces, commas and
// dashes at the ends, and a conjunction there.
func trimJoint(text string, s claims.Span) claims.Span {
	if s.Start >= s.End {
		return claims.Span{}
	}
	const marks = " \t\r\n,;:–—"
	trim := func() {
		s.Start += len(s.In(text)) - len(strings.TrimLeft(s.In(text), marks))
		s.End -= len(s.In(text)) - len(strings.TrimRight(s.In(text), marks))
	}
	trim()
	for _, j := range joints {
		if strings.HasSuffix(s.In(text), " "+j) {
			s.End -= len(j)
			trim()
		}
		if strings.HasPrefix(s.In(text), j+" ") {
			s.Start += len(j)
			trim()
		}
	}
	return s
}

// joined returns the spans of claims in the order of the text, as one where
// only a joint lies between.
func joined(text string, of []claims.Claim) []claims.Span {
	var spans, all []claims.Span
	for _, c := range of {
		spans = append(spans, c.Spans...)
	}
	slices.SortFunc(spans, func(a, b claims.Span) int { return a.Start - b.Start })
	for _, s := range spans {
		last := len(all) - 1
		switch {
		case last >= 0 && (s.Start <= all[last].End || isJoint(text[all[last].End:s.Start])):
			all[last].End = max(all[last].End, s.End)
		default:
			all = append(all, s)
		}
	}
	return all
}

// isJoint reports whether words between two spans only join them: nothing of
// another paragraph does.
func isJoint(s string) bool {
	s = strings.Trim(s, " ,;:–—")
	return s == "" || slices.Contains(joints, s)
}
