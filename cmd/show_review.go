package cmd

import "stet/claims/export"

// claimantLine says who made a claim that others made, when and where:
// "Dana Scott (https://…), 2026-02-28, at https://…".
func claimantLine(r export.Review) string {
	line := r.Claimant
	if line != "" && r.ClaimantURL != "" {
		line += " (" + r.ClaimantURL + ")"
	}
	return joinWith(joinWith(line, ", ", r.ClaimDate), ", at ", r.Appearance)
}

// ratingLine says how the published review rates a claim, and where it stands.
func ratingLine(r export.Review) string {
	line := r.Rating
	if r.Outdated {
		line += " (of other words: give it anew)"
	}
	return joinWith(joinWith(line, ", ", r.Date), ", at ", r.URL)
}

// joinWith joins two parts of a line, either of which may be empty.
func joinWith(a, by, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + by + b
}
