package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/sheet"
)

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

// shortened is the beginning of a text on one line, for messages.
func shortened(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
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
