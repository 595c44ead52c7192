package desk

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"stet/claims"
	"stet/claims/sheet"
)

// gathering is a claim of a sheet while its rows are read.
type gathering struct {
	claims.Entry
	folder *folder
	number int
	row    sheet.Place // the first of its rows
	// Where the claim comes from: this sheet, or the ledger.
	fresh   bool // made by the row that began the gathering
	earlier bool // made by rows of the sheet with others in between
	// known is how many of the citations the ledger had before.
	known    int
	signed   bool // its rows give a sign-off
	signOff  claims.SignOff
	doubtful bool // one of its rows was refused
}

// take takes one good row, and returns what is wrong with it beside the others
// and the ledger.
func (in *intake) take(row *sheet.Row) (problems []string, err error) {
	g, err := in.gathering(row)
	if err != nil {
		return nil, err
	}
	if !g.fresh || g.row != row.Place {
		problems = g.contradictions(row)
	}
	var cited booked
	if row.Cites {
		var problem string
		if cited, problem = in.sources.find(row); problem != "" {
			problems = append(problems, problem)
		}
	}
	if len(problems) > 0 {
		return problems, nil
	}
	at := g.citing(row, cited)
	if problem := g.repeats(row, at); problem != "" {
		return []string{problem}, nil
	}
	in.adopt(g, row)
	completed := in.complete(g, row)
	switch {
	case row.Cites && at < 0:
		in.cite(g, row, cited)
	case row.Cites && in.completeCitation(&g.Citations[at], row.Citation):
	case !completed && !g.fresh:
		in.done.Known.add(row.Row)
	}
	return nil, nil
}

// complete fills in what nobody has said yet of a claim that is there, and
// reports whether there was anything.
func (in *intake) complete(g *gathering, row *sheet.Row) bool {
	have, said := g.Claim, row.Claim
	if have.Label == claims.Undecided && said.Label != claims.Undecided {
		have.Label, have.LabelBy = said.Label, in.desk.By
	}
	if have.Speaker() == "" && said.Speaker() != "" {
		have.Attributions = withSpeaker(have.Attributions, said.Attributions[0])
	}
	r := &have.Review
	r.Claimant, r.ClaimantURL, r.URL = cmp.Or(r.Claimant, said.Review.Claimant), cmp.Or(r.ClaimantURL, said.Review.ClaimantURL), cmp.Or(r.URL, said.Review.URL)
	if r.Claimant != "" {
		r.ClaimantKind = claimantKind(have)
	}
	if r.Rating == (claims.Rating{}) && said.Review.Rating != r.Rating {
		r.Rating, r.Rated = said.Review.Rating, said.Text
	}
	if have.Label == g.Claim.Label && *r == g.Claim.Review && have.Speaker() == g.Claim.Speaker() {
		return false
	}
	g.Claim = have
	in.change.Claims = append(in.change.Claims, have)
	in.done.Completed++
	return true
}

// withSpeaker returns the attributions of a claim with the speaker that a sheet
// gives; the copy may have a cue for it without saying whose.
func withSpeaker(have []claims.Attribution, said claims.Attribution) []claims.Attribution {
	if len(have) == 0 {
		return []claims.Attribution{said}
	}
	have = slices.Clone(have)
	have[0].Speaker = said.Speaker
	return have
}

// completeCitation does the same for a citation, whose stance nobody has given
// while it is only offered.
func (in *intake) completeCitation(have *claims.Citation, said claims.Citation) bool {
	was := *have
	if have.Stance == claims.Offered && said.Stance != claims.Offered {
		have.Stance, have.By = said.Stance, in.desk.By
	}
	have.Grade, have.Note = cmp.Or(have.Grade, said.Grade), cmp.Or(have.Note, said.Note)
	if *have == was {
		return false
	}
	in.change.Citations = append(in.change.Citations, *have)
	in.done.Completed++
	return true
}

// gathering returns the claim that a row is of: the one being read, one of the
// ledger or of earlier rows, or a new one.
func (in *intake) gathering(row *sheet.Row) (*gathering, error) {
	f, err := in.folder(row.Article)
	if err != nil {
		return nil, err
	}
	number := row.Claim.Number
	if number == 0 {
		if number, err = in.numberOf(f, row.Claim.Text); err != nil {
			return nil, err
		}
	}
	if g := in.open; g != nil && g.folder == f && g.number == number {
		return g, nil
	}
	in.close()
	g := &gathering{folder: f, number: number, row: row.Place, fresh: true, signed: row.Signed, signOff: row.SignOff}
	if given := f.given.has(number); given || !f.fresh && number <= f.last {
		if err := in.put(); err != nil {
			return nil, err
		}
		g.Entry, err = in.bulk.Entry(f.ID, number)
		switch {
		case err == nil:
			g.fresh, g.earlier = false, given
			if !given {
				g.known = len(g.Citations)
			}
		case !errors.Is(err, claims.ErrNotFound):
			return nil, err
		}
	}
	return g, nil
}

// adopt makes a gathering the one that is being read, and its claim, where it
// is new, one of the ledger.
func (in *intake) adopt(g *gathering, row *sheet.Row) {
	if in.open == g {
		return
	}
	in.open = g
	if !g.fresh {
		return
	}
	f := g.folder
	if len(f.given) == 0 && f.fresh {
		in.change.Articles = append(in.change.Articles, f.Article)
		in.done.Articles++
	}
	f.gave(g.number, row.Claim.Text)
	g.Claim = row.Claim
	c := &g.Claim
	c.ID, c.Article, c.Number = in.desk.NewID(), f.ID, g.number
	if c.Place == "" {
		c.Place = claims.InBody
	}
	if c.Priority == "" {
		c.Priority = claims.Normal
	}
	if c.Label != claims.Undecided {
		c.LabelBy = in.desk.By
	}
	if c.Review.Claimant != "" {
		c.Review.ClaimantKind = claimantKind(*c)
	}
	in.change.Claims = append(in.change.Claims, *c)
	in.done.Claims++
}

func (in *intake) cite(g *gathering, row *sheet.Row, cited booked) {
	t := row.Citation
	t.ID, t.Claim, t.Source, t.Origin = in.desk.NewID(), g.Claim.ID, in.sources.take(cited), claims.FromSheet
	if t.Stance != claims.Offered {
		t.By = in.desk.By
	}
	g.Citations = append(g.Citations, t)
	in.change.Citations = append(in.change.Citations, t)
	in.done.Citations++
}

// close ends the claim that is being read: its sign-off, where it is to be had,
// is bound to all that its rows cite.
func (in *intake) close() {
	g := in.open
	in.open = nil
	switch {
	case g == nil || !g.signed || g.earlier:
	case !g.fresh && g.hasSignOff():
	case !in.bulk.IsFirst():
		in.done.LeftOut++
	case g.doubtful || in.doubts[claims.Ref{Slug: g.folder.Slug, Number: g.number}]:
		in.done.Partial++
	default:
		in.change.SignOffs = append(in.change.SignOffs, in.signOff(g))
		in.done.SignOffs++
	}
}

func (in *intake) signOff(g *gathering) claims.SignOff {
	s := g.signOff
	s.ID, s.Claim, s.ImportedBy = in.desk.NewID(), g.Claim.ID, in.desk.By
	for _, t := range g.Citations {
		s.Evidence = append(s.Evidence, claims.Pin{
			Citation: t.ID, Source: t.Source, Stance: t.Stance, Quote: t.Quote, Locator: t.Locator,
		})
	}
	return s
}

// doubt notes that a row was refused which is the gathering's, or may be.
func (g *gathering) doubt(bad *sheet.RowError) {
	if g != nil && (bad.Article == "" || bad.Claim == 0 || bad.Article == g.folder.Slug && bad.Claim == g.number) {
		g.doubtful = true
	}
}

// hasSignOff reports whether the ledger has the sign-off that the sheet gives.
func (g *gathering) hasSignOff() bool { return g.SignOff != nil && sameSignOff(*g.SignOff, g.signOff) }

// sameSignOff compares what a sheet says of sign-offs: times to the second, and
// no verdict of one that was void.
func sameSignOff(a, b claims.SignOff) bool {
	return a.By == b.By && a.Note == b.Note && a.To == b.To && a.At.Truncate(time.Second).Equal(b.At.Truncate(time.Second)) &&
		(a.Verdict == b.Verdict || a.Verdict == claims.Untold || b.Verdict == claims.Untold)
}

// contradictions says what a row says otherwise of its claim than the rows
// before it, or the ledger. Cells without words say nothing.
func (g *gathering) contradictions(row *sheet.Row) []string {
	where := "in the ledger"
	if g.fresh {
		where = "in " + g.row.String()
	} else if g.earlier {
		where = "in an earlier row"
	}
	var problems []string
	said, have := row.Claim, g.Claim
	if said.Text != have.Text {
		return []string{fmt.Sprintf("%s has other words %s: “%s”", have.Code(), where, shortened(have.Text))}
	}
	for _, c := range []struct{ what, said, have string }{
		{"label", string(said.Label), string(have.Label)},
		{"speaker", said.Speaker(), have.Speaker()},
		{"place", string(said.Place), string(have.Place)},
		{"priority", string(said.Priority), string(have.Priority)},
		{"claimant", said.Review.Claimant, have.Review.Claimant},
		{"claimant_url", said.Review.ClaimantURL, have.Review.ClaimantURL},
		{"review_url", said.Review.URL, have.Review.URL},
		{"rating", said.Review.Rating.String(), have.Review.Rating.String()},
	} {
		if c.said != "" && c.have != "" && c.said != c.have {
			problems = append(problems, fmt.Sprintf("%s has the %s %q %s, not %q", have.Code(), c.what, c.have, where, c.said))
		}
	}
	if said.Cut && !have.Cut {
		problems = append(problems, fmt.Sprintf("%s is not cut %s", have.Code(), where))
	}
	if g.fresh && row.Signed && !(g.signed && sameSignOff(g.signOff, row.SignOff)) {
		problems = append(problems, fmt.Sprintf("%s has another verdict %s", have.Code(), where))
	}
	if g.earlier && row.Cites && row.Signed {
		problems = append(problems, fmt.Sprintf("%s was signed off on what its earlier rows cite: sort the sheet by article and claim", have.Code()))
	}
	return problems
}

// shortened is the beginning of a text, for messages.
func shortened(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// citing returns which of the claim's citations a row makes, and -1 where that
// is a new one. Within a sheet those that differ in anything are two.
func (g *gathering) citing(row *sheet.Row, cited booked) int {
	if !row.Cites {
		return -1
	}
	said := row.Citation
	return slices.IndexFunc(g.Citations, func(t claims.Citation) bool {
		return t.Source == cited.ID && t.Quote == said.Quote && t.Locator == said.Locator &&
			(g.known > 0 || t.Stance == said.Stance && t.Grade == said.Grade && t.Note == said.Note)
	})
}

// repeats says what is wrong with a row that says what another of the sheet
// does, or that cites as the ledger does and otherwise; at is which citation of
// the claim it makes.
func (g *gathering) repeats(row *sheet.Row, at int) (problem string) {
	code := claims.Claim{Number: g.number}.Code()
	switch {
	case !row.Cites && g.fresh && g.row != row.Place:
		return fmt.Sprintf("%s stands in %s already", code, g.row)
	case !row.Cites && g.earlier:
		return code + " stands in an earlier row already"
	case at < 0:
		return ""
	case at >= g.known:
		return code + " cites that already in an earlier row"
	}
	have, said := g.Citations[at], row.Citation
	if have.Stance != claims.Offered && said.Stance != claims.Offered && said.Stance != have.Stance {
		return fmt.Sprintf("%s cites that in the ledger as %s: stet cite says otherwise", code, have.Stance)
	}
	if have.Grade != "" && said.Grade != "" && said.Grade != have.Grade {
		return fmt.Sprintf("%s cites that in the ledger as %s: stet cite says otherwise", code, have.Grade)
	}
	return ""
}
