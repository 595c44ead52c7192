package desk

import (
	"cmp"
	"slices"

	"stet/claims"
	"stet/claims/sheet"
)

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
