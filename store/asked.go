package store

import (
	"database/sql"

	"stet/claims"
)

// queryColumns are the columns of query q that scanAsked reads, in order.
const queryColumns = `q.id, q.claim, q.number, q.question, q.put_to, q.put_by, q.put_at, q.answer, q.answered_by, q.answered_at`

func scanAsked(row scanner) (q claims.Query, err error) {
	err = row.Scan(&q.ID, &q.Claim, &q.Number, &q.Question, &q.To, &q.By, stamp{&q.At}, &q.Answer, &q.AnsweredBy,
		maybeStamp{&q.AnsweredAt})
	return q, err
}

func (w *writer) putQuery(q claims.Query) error {
	_, err := w.exec(`
		insert into query (id, claim, number, question, put_to, put_by, put_at, answer, answered_by, answered_at)
		values (:id, :claim, :number, :question, :to, :by, :at, :answer, :answered_by, :answered_at)
		on conflict (id) do update
		set claim = excluded.claim, number = excluded.number, question = excluded.question, put_to = excluded.put_to,
			put_by = excluded.put_by, put_at = excluded.put_at, answer = excluded.answer,
			answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
		sql.Named("id", q.ID), sql.Named("claim", q.Claim), sql.Named("number", q.Number), sql.Named("question", q.Question),
		sql.Named("to", q.To), sql.Named("by", q.By), sql.Named("at", stampOf(q.At)), sql.Named("answer", q.Answer),
		sql.Named("answered_by", q.AnsweredBy), sql.Named("answered_at", maybeStamp{&q.AnsweredAt}))
	if err != nil {
		return err
	}
	article, err := w.articleOf(q.Claim)
	if err != nil {
		return err
	}
	return w.log(article, "query", q.ID, queryRow{q, stampOf(q.At), stampOrNone(q.AnsweredAt)})
}

// queryRow is a query as the history has it.
type queryRow struct {
	claims.Query
	At         string `json:"at"`
	AnsweredAt string `json:"answered_at,omitempty"`
}

// readQueries gives each claim its queries, by number.
func (r *dossierReader) readQueries() error {
	return r.each(func(row scanner) error {
		q, err := scanAsked(row)
		if e := r.entries[q.Claim]; e != nil {
			e.Queries = append(e.Queries, q)
		}
		return err
	}, `
		select `+queryColumns+`
		from claim c
		join query q on q.claim = c.id
		where `+r.scope.where+`
		order by q.claim, q.number`)
}
