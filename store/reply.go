package store

import (
	"database/sql"

	"stet/claims"
)

// replyColumns are the columns of reply y that scanReply reads, in order.
const replyColumns = `y.id, y.claim, y.put_to, y.via, y.contacted_at, y.deadline, y.response, y.responded_at, y.words, y.logged_by,
	y.logged_at`

func scanReply(row scanner) (r claims.Reply, err error) {
	err = row.Scan(&r.ID, &r.Claim, &r.To, &r.Via, maybeStamp{&r.ContactedAt}, maybeStamp{&r.Deadline}, &r.Response,
		maybeStamp{&r.RespondedAt}, &r.Words, &r.By, stamp{&r.At})
	return r, err
}

func (w *writer) putReply(r claims.Reply) error {
	_, err := w.exec(`
		insert into reply (id, claim, put_to, via, contacted_at, deadline, response, responded_at, words, folded, logged_by,
			logged_at)
		values (:id, :claim, :to, :via, :contacted_at, :deadline, :response, :responded_at, :words, :folded, :by, :at)
		on conflict (id) do update
		set claim = excluded.claim, put_to = excluded.put_to, via = excluded.via, contacted_at = excluded.contacted_at,
			deadline = excluded.deadline, response = excluded.response, responded_at = excluded.responded_at,
			words = excluded.words, folded = excluded.folded, logged_by = excluded.logged_by, logged_at = excluded.logged_at`,
		sql.Named("id", r.ID), sql.Named("claim", r.Claim), sql.Named("to", r.To), sql.Named("via", r.Via),
		sql.Named("contacted_at", maybeStamp{&r.ContactedAt}), sql.Named("deadline", maybeStamp{&r.Deadline}),
		sql.Named("response", r.Response), sql.Named("responded_at", maybeStamp{&r.RespondedAt}), sql.Named("words", r.Words),
		sql.Named("folded", claims.FoldWords(r.Words)), sql.Named("by", r.By), sql.Named("at", stampOf(r.At)))
	if err != nil {
		return err
	}
	article, err := w.articleOf(r.Claim)
	if err != nil {
		return err
	}
	return w.log(article, "reply", r.ID, replyRow{
		r, stampOrNone(r.ContactedAt), stampOrNone(r.Deadline), stampOrNone(r.RespondedAt), stampOf(r.At),
	})
}

// replyRow is a reply as the history has it.
type replyRow struct {
	claims.Reply
	ContactedAt string `json:"contacted_at,omitempty"`
	Deadline    string `json:"deadline,omitempty"`
	RespondedAt string `json:"responded_at,omitempty"`
	At          string `json:"at"`
}

// removeReply removes the reply of somebody of whom the claim is not critical
// after all.
func (w *writer) removeReply(id string) error {
	claim, ok, err := one(w.ctx, w.tx, scanOne[string], `select claim from reply where id = :id`, sql.Named("id", id))
	if err != nil {
		return err
	}
	if !ok {
		return ErrNotFound
	}
	if _, err := w.exec(`delete from reply where id = :id`, sql.Named("id", id)); err != nil {
		return err
	}
	article, err := w.articleOf(claim)
	if err != nil {
		return err
	}
	return w.log(article, "reply", id, nil)
}

// readReplies gives each claim its replies, in the order in which they were
// first recorded.
func (r *dossierReader) readReplies() error {
	return r.each(func(row scanner) error {
		y, err := scanReply(row)
		if e := r.entries[y.Claim]; e != nil {
			e.Replies = append(e.Replies, y)
		}
		return err
	}, `
		select `+replyColumns+`
		from claim c
		join reply y on y.claim = c.id
		where `+r.scope.where+`
		order by y.id`)
}
