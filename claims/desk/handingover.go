package desk

import (
	"slices"
	"strings"

	"stet/claims"
)

// handOver gives the claim that another is merged into what was asked about that
// one: a cut claim is asked about no more. A query moves there, for it was put
// once; a reply is owed there too, and stays on the part, which a later draft may
// bring back. What was only owed to somebody gives way to what was recorded of them.
func (d *Desk) handOver(c *claims.Change, part, whole claims.Entry) {
	asked := append(slices.Clone(whole.Queries), on(whole.Claim.ID, c.Queries, func(q claims.Query) string { return q.Claim })...)
	owed := append(slices.Clone(whole.Replies), on(whole.Claim.ID, c.Replies, func(r claims.Reply) string { return r.Claim })...)
	for _, q := range part.Queries {
		q.Claim, q.Number = whole.Claim.ID, nextQuery(asked)
		asked = append(asked, q)
		c.Queries = append(c.Queries, q)
	}
	for _, r := range part.Replies {
		same := sameAddressee(owed, r.To)
		if same != nil && (r.IsOwed() || r.ContactedAt.Equal(same.ContactedAt)) {
			continue
		}
		if same != nil && same.IsOwed() && !slices.Contains(c.Dropped, same.ID) {
			c.Dropped = append(c.Dropped, same.ID)
		}
		r.ID, r.Claim = d.NewID(), whole.Claim.ID
		c.Replies = append(c.Replies, r)
	}
}

// owedToo gives a claim that was split off another the replies of that: both may
// be critical of the same. Queries stay with the whole, where they were put.
func (d *Desk) owedToo(c *claims.Change, part string, whole claims.Entry) {
	for _, r := range whole.Replies {
		r.ID, r.Claim = d.NewID(), part
		c.Replies = append(c.Replies, r)
	}
}

// on returns those of a change's rows that are on a claim.
func on[T any](claim string, rows []T, of func(T) string) []T {
	return slices.DeleteFunc(slices.Clone(rows), func(row T) bool { return of(row) != claim })
}

func sameAddressee(among []claims.Reply, to string) *claims.Reply {
	for i := range among {
		if strings.EqualFold(among[i].To, to) {
			return &among[i]
		}
	}
	return nil
}
