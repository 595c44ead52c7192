package desk

import (
	"cmp"
	"errors"

	"stet/claims"
	"stet/claims/export"
	"stet/claims/sheet"
)

// gathering is a claim of a sheet while its rows are read.
type gathering struct {
	claims.Entry
	article *sheetArticle
	number  int
	row     sheet.Place // the first of its rows
	// Where the claim comes from: this sheet, or the ledger.
	fresh   bool // made by the row that began the gathering
	earlier bool // made by rows of the sheet with others in between
	// known is how many of the citations the ledger had before.
	known   int
	signed  bool // its rows give a sign-off
	signOff claims.SignOff
	// What its rows say was asked about it, in brief.
	queries, replies string
	doubtful         bool // a row was refused that may be one of its own
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
	g.queries, g.replies = cmp.Or(g.queries, row.Queries), cmp.Or(g.replies, row.Replies)
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

// gathering returns the claim that a row is of: the one being read, one of the
// ledger or of earlier rows, or a new one.
func (in *intake) gathering(row *sheet.Row) (*gathering, error) {
	a, err := in.article(row.Article)
	if err != nil {
		return nil, err
	}
	number := row.Claim.Number
	if number == 0 {
		if number, err = in.numberOf(a, row.Claim.Text); err != nil {
			return nil, err
		}
	}
	if g := in.open; g != nil && g.article == a && g.number == number {
		return g, nil
	}
	if err := in.close(); err != nil {
		return nil, err
	}
	g := &gathering{article: a, number: number, row: row.Place, fresh: true, signed: row.Signed, signOff: row.SignOff}
	if given := a.given.has(number); given || !a.fresh && number <= a.last {
		if err := in.put(); err != nil {
			return nil, err
		}
		g.Entry, err = in.bulk.Entry(a.ID, number)
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
	g.doubtful, in.stray = in.stray, false
	if !g.fresh {
		return
	}
	a := g.article
	if len(a.given) == 0 && a.fresh {
		in.change.Articles = append(in.change.Articles, a.Article)
		in.done.Articles++
	}
	a.gave(g.number, row.Claim.Text)
	g.Claim = row.Claim
	c := &g.Claim
	c.ID, c.Article, c.Number = in.desk.NewID(), a.ID, g.number
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
func (in *intake) close() error {
	g := in.open
	in.open = nil
	if g == nil || g.earlier {
		return nil
	}
	switch {
	case !g.signed:
	case !g.fresh && g.hasSignOff():
	case !in.bulk.IsFirst():
		in.done.LeftOut++
	case g.doubtful || in.doubts[claims.Ref{Slug: g.article.Slug, Number: g.number}]:
		in.done.Partial++
	default:
		in.change.SignOffs = append(in.change.SignOffs, in.signOff(g))
		in.done.SignOffs++
	}
	return in.leaveOutAsked(g)
}

// leaveOutAsked counts what the sheet says was asked about a claim, unless the
// ledger has the same.
func (in *intake) leaveOutAsked(g *gathering) error {
	if g.queries == "" && g.replies == "" {
		return nil
	}
	var have claims.Entry
	if !g.fresh {
		var err error
		if have.Queries, have.Replies, err = in.bulk.Asked(g.Claim.ID); err != nil {
			return err
		}
	}
	queries, replies := export.AskedCells(have)
	if g.queries != "" && g.queries != queries {
		in.done.QueriesLeftOut++
	}
	if g.replies != "" && g.replies != replies {
		in.done.RepliesLeftOut++
	}
	return nil
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
