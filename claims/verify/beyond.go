package verify

import (
	"context"
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

// lookBeyond opens the sources that claims don't cite and are checked against,
// each once; those in read are open.
func (r *run) lookBeyond(ctx context.Context, inquiries []*inquiry, read map[sources.Digest]*reading) error {
	asking := map[sources.Digest][]*evidence{}
	for _, q := range inquiries {
		for i := range q.beyond {
			d := q.beyond[i].snapshot
			asking[d] = append(asking[d], &q.beyond[i])
		}
	}
	digests := slices.Sorted(maps.Keys(asking))
	err := r.parallel(ctx, len(digests), func(i int) error {
		evidence := asking[digests[i]]
		opened := read[digests[i]]
		if opened == nil {
			text, err := r.text(digests[i], evidence[0].source)
			if err != nil || text.IsUnread() {
				return err
			}
			opened = prepare(text, evidence[0].source, &r.words)
		}
		for _, ev := range evidence {
			ev.reading = opened
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, q := range inquiries {
		q.beyond = slices.DeleteFunc(q.beyond, func(ev evidence) bool { return ev.reading == nil })
	}
	return nil
}
