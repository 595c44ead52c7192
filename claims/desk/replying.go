package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"stet/claims"
)

// Contact is what a person records of a request for comment. What is empty
// leaves what was recorded before.
type Contact struct {
	To       string // whom the claims are critical of; empty for the only one recorded
	Via      string
	At       time.Time // when they were asked
	Deadline time.Time
	Response string
	// RespondedAt is when they said it; zero is now.
	RespondedAt time.Time
}

// LogReply records a request for comment on claims, all or none: that they are
// critical of somebody, and what is known of that somebody's answer. It adds to
// what was recorded on each claim before, and returns it in the order of the
// references.
func (d *Desk) LogReply(ctx context.Context, by string, refs []claims.Ref, contact Contact) ([]claims.Reply, error) {
	if strings.TrimSpace(by) == "" {
		return nil, fmt.Errorf("a reply: %w", ErrNobody)
	}
	var logged []claims.Reply
	err := d.onClaims(ctx, "reply add", by, refs, func(c *claims.Change, ref claims.Ref, e claims.Entry) error {
		if e.Claim.Cut {
			return claims.Invalidf("%s was cut: nobody need be asked about it", ref)
		}
		r, err := d.replyTo(ref, e, contact.To)
		if err != nil {
			return err
		}
		r.By, r.At = by, c.At
		if err := contact.recordOn(&r, e.Claim.Text, c.At); err != nil {
			return claims.Invalidf("%s: %w", ref, err)
		}
		c.Replies = append(c.Replies, r)
		logged = c.Replies
		return nil
	})
	return logged, err
}

// DropReply takes back that claims are critical of somebody; an empty to stands
// for the only one recorded on each.
func (d *Desk) DropReply(ctx context.Context, by string, refs []claims.Ref, to string) error {
	return d.onClaims(ctx, "reply drop", by, refs, func(c *claims.Change, ref claims.Ref, e claims.Entry) error {
		of := repliesOf(e, to)
		switch {
		case len(of) == 0 && to == "":
			return claims.Invalidf("%s is marked as critical of nobody", ref)
		case len(of) == 0:
			return claims.Invalidf("%s is not marked as critical of %s", ref, to)
		case len(of) > 1 && to == "":
			return claims.Invalidf("%s is marked as critical of %s: say of whom it is not", ref, addressees(of))
		}
		for _, r := range of {
			c.Dropped = append(c.Dropped, r.ID)
		}
		return nil
	})
}

// onClaims makes one change of several claims, all or none.
func (d *Desk) onClaims(ctx context.Context, what, by string, refs []claims.Ref, add func(*claims.Change, claims.Ref, claims.Entry) error) error {
	return d.change(ctx, func() (*claims.Change, error) {
		c := d.begin(what)
		if by != "" {
			c.By = by
		}
		for i, ref := range refs {
			if slices.Contains(refs[:i], ref) {
				return nil, claims.Invalidf("%s is named twice", ref)
			}
			dossier, entry, err := d.Claim(ctx, ref)
			if err != nil {
				return nil, err
			}
			if err := add(c, ref, entry); err != nil {
				return nil, err
			}
			c.Article, c.After = dossier.Article.ID, dossier.Version // as Sign: one article guards the change
		}
		return c, nil
	})
}

// replyTo returns what was recorded on a claim of the one that a person means,
// or a new reply.
func (d *Desk) replyTo(ref claims.Ref, e claims.Entry, to string) (claims.Reply, error) {
	of := repliesOf(e, to)
	switch {
	case len(of) == 0 && to == "":
		return claims.Reply{}, claims.Invalidf("%s is marked as critical of nobody: say whom was asked", ref)
	case len(of) == 0:
		return claims.Reply{ID: d.NewID(), Claim: e.Claim.ID, To: to}, nil
	case len(of) > 1 && to == "":
		return claims.Reply{}, claims.Invalidf("%s is marked as critical of %s: say which of them", ref, addressees(of))
	}
	return of[len(of)-1], nil
}

// repliesOf returns a claim's replies of somebody, or all of them for "".
func repliesOf(e claims.Entry, to string) []claims.Reply {
	return slices.DeleteFunc(slices.Clone(e.Replies), func(r claims.Reply) bool {
		return to != "" && !strings.EqualFold(r.To, to)
	})
}

func addressees(of []claims.Reply) string {
	all := make([]string, len(of))
	for i, r := range of {
		all[i] = r.To
	}
	return strings.Join(all, " and ")
}

// recordOn adds what is known to a reply. Asking again begins anew: the claim's
// words as they are now are put to whom is asked, and what was agreed and said
// before stays in the history.
func (n Contact) recordOn(r *claims.Reply, words string, now time.Time) error {
	if n.Via != "" {
		r.Via = n.Via
	}
	if !n.At.IsZero() {
		r.ContactedAt, r.Words = n.At, words
		r.Deadline, r.Response, r.RespondedAt = time.Time{}, "", time.Time{}
	}
	if !n.Deadline.IsZero() {
		r.Deadline = n.Deadline
	}
	if n.Response != "" {
		r.Response, r.RespondedAt = n.Response, now
	}
	if !n.RespondedAt.IsZero() {
		r.RespondedAt = n.RespondedAt
	}
	return checkReply(*r, now)
}

// checkReply refuses what can't have been.
func checkReply(r claims.Reply, now time.Time) error {
	switch {
	case r.ContactedAt.After(now):
		return claims.Invalidf("%s would have been contacted after now", r.To)
	case r.ContactedAt.IsZero() && (!r.Deadline.IsZero() || r.Response != ""):
		return claims.Invalidf("say when %s was contacted", r.To)
	case !r.Deadline.IsZero() && r.Deadline.Before(r.ContactedAt):
		return claims.Invalidf("the deadline is before %s was contacted", r.To)
	case r.Response == "" && !r.RespondedAt.IsZero():
		return claims.Invalidf("say what %s responded", r.To)
	case r.Response != "" && r.RespondedAt.Before(r.ContactedAt):
		return claims.Invalidf("%s would have responded before being contacted", r.To)
	case r.RespondedAt.After(now):
		return claims.Invalidf("%s would have responded after now", r.To)
	}
	return nil
}
