package verify

import (
	"maps"
	"slices"

	"stet/claims"
	"stet/sources"
)

// beyond returns, by their IDs in order, those of the article's sources that a
// claim does not cite and that its checks read all the same: all of them where
// the claim puts one thing before another, for any may date them, and the court
// filings where it cites one, for another may have taken its place.
func (r *run) beyond(e claims.Entry) []string {
	orders := len(ordersIn(e.Claim.Text)) > 0
	filings := slices.ContainsFunc(e.Citations, func(c claims.Citation) bool { return r.dossier.Sources[c.Source].Source.Kind == sources.CourtFiling })
	if !orders && !filings {
		return nil
	}
	var all []string
	for _, id := range slices.Sorted(maps.Keys(r.dossier.Sources)) {
		known := r.dossier.Sources[id]
		cited := slices.ContainsFunc(e.Citations, func(c claims.Citation) bool { return c.Source == id })
		if !cited && known.Snapshot != "" && (orders || known.Source.Kind == sources.CourtFiling) {
			all = append(all, id)
		}
	}
	return all
}

// elsewhere returns those of them that could be read.
func (q *inquiry) elsewhere() []evidence {
	return slices.DeleteFunc(slices.Clone(q.beyond), func(ev evidence) bool { return ev.reading == nil })
}
