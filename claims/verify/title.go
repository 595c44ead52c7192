package verify

import (
	"slices"

	"stet/claims"
	"stet/claims/facts"
)

// checkTitles reports each post that the copy gives somebody to whom a source
// gives another of the same rank, and nowhere that: "Sen. Roe" of Rep. Roe. One
// that no source has at all is worth a look.
func checkTitles(q *inquiry) []claims.Finding {
	var found []claims.Finding
	for _, o := range facts.Offices(q.claim.Text, q.names()) {
		if q.holds(o) {
			continue
		}
		if f, ok := q.otherTitle(o); ok {
			found = append(found, f)
			continue
		}
		if q.isReadWhole() && o.Rank != courtesy && !q.hasPost(o.Post) {
			f := q.find(claims.Info, claims.NotFound, nil, "no source that is cited says that %s is %s: find one that does", o.Holder.Text, o.Text)
			f.Spans = q.span(o.Span)
			found = append(found, f)
		}
	}
	return found
}

// hasPost reports whether a source has a post anywhere, in any of its forms.
func (q *inquiry) hasPost(post string) bool {
	return slices.ContainsFunc(q.read(), func(ev evidence) bool {
		return slices.ContainsFunc(facts.PostForms(post), ev.reading.named().HasWord)
	})
}

// holds reports whether a source has the post, in the same sentence as the name
// or right beside it, or says nothing of the person.
func (q *inquiry) holds(o facts.Office) bool {
	family := facts.FamilyName(o.Holder.Text)
	for _, ev := range q.read() {
		if facts.HasPost(ev.imprint(), o.Post) || slices.ContainsFunc(ev.reading.offices(), func(given facts.Office) bool { return isHeld(given, o) }) {
			return true
		}
		for _, s := range ev.reading.sentences() {
			text := s.In(ev.reading.text.Body)
			if facts.CoversName(text, family) && facts.HasPost(text, o.Post) && o.Rank != courtesy {
				return true
			}
		}
	}
	return false
}

// courtesy is the rank of Mr. and Ms.
const courtesy = "courtesy"

// isHeld reports whether a source gives somebody the post that the copy does.
func isHeld(given, copys facts.Office) bool {
	return given.Post == copys.Post && facts.SamePerson(given.Holder.Text, copys.Holder.Text)
}

// otherTitle returns a finding where a source gives the same person another post
// of the rank. Of a bare family name it may mean another person.
func (q *inquiry) otherTitle(o facts.Office) (claims.Finding, bool) {
	for _, ev := range q.read() {
		for _, given := range ev.reading.offices() {
			if given.Rank != o.Rank || given.Post == o.Post || !facts.SamePerson(given.Holder.Text, o.Holder.Text) {
				continue
			}
			severity := claims.Error
			if given.Holder.Text != o.Holder.Text {
				severity = claims.Warning
			}
			f := q.find(severity, claims.Contradicted, &ev, "the copy calls %s %s, %s%s says %s: correct the title",
				o.Holder.Text, o.Text, ev.source.Name(), onPage(pageName(ev, given.Start)), given.Text)
			f.Spans, f.Evidence = q.span(o.Span), []claims.Span{given.Span}
			return f, true
		}
	}
	return claims.Finding{}, false
}
