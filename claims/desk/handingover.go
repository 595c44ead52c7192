package desk

import (
	"slices"
	"strings"

	"stet/claims"
)

// handOver moves what was asked about a claim to the one that it is merged into,
// where it counts from then on: a cut claim is asked about no more. What was only
// owed to somebody gives way to what was recorded of them.
func handOver(c *claims.Change, part, whole claims.Entry) {
	asked := slices.Clone(whole.Queries)
	for _, q := range c.Queries {
		if q.Claim == whole.Claim.ID {
			asked = append(asked, q)
		}
	}
	for _, q := range part.Queries {
		q.Claim, q.Number = whole.Claim.ID, nextQuery(asked)
		asked = append(asked, q)
		c.Queries = append(c.Queries, q)
	}
	for _, r := range part.Replies {
		same := sameAddressee(whole.Replies, r.To)
		switch {
		case same != nil && r.IsOwed():
			c.Dropped = append(c.Dropped, r.ID)
			continue
		case same != nil && same.IsOwed() && !slices.Contains(c.Dropped, same.ID):
			c.Dropped = append(c.Dropped, same.ID)
		}
		r.Claim = whole.Claim.ID
		c.Replies = append(c.Replies, r)
	}
}

// owedToo gives a claim that was split off another the replies of that: both may
// be critical of the same. Queries stay with the whole, where they were put once.
func (d *Desk) owedToo(c *claims.Change, part string, whole claims.Entry) {
	for _, r := range whole.Replies {
		r.ID, r.Claim = d.NewID(), part
		c.Replies = append(c.Replies, r)
	}
}

func sameAddressee(among []claims.Reply, to string) *claims.Reply {
	for i := range among {
		if strings.EqualFold(among[i].To, to) {
			return &among[i]
		}
	}
	return nil
}
