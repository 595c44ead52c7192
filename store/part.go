package store

import (
	"database/sql"

	"stet/claims"
)

// partColumns are the columns of part p that scanPart reads, in order.
const partColumns = `p.claim, p.number, p.whole, p.whole_number, p.bond, p.draft, p.at`

func scanPart(row scanner) (p claims.Part, err error) {
	err = row.Scan(&p.Claim, &p.Number, &p.Whole, &p.WholeNumber, &p.Bond, &p.Draft, stamp{&p.At})
	return p, err
}

// putPart adds a part. A draft that an article has had before makes the same
// parts again.
func (w *writer) putPart(p claims.Part) error {
	written, err := w.exec(`
		insert into part (claim, number, whole, whole_number, bond, draft, at)
		values (:claim, :number, :whole, :whole_number, :bond, :draft, :at)
		on conflict do nothing`,
		sql.Named("claim", p.Claim), sql.Named("number", p.Number), sql.Named("whole", p.Whole),
		sql.Named("whole_number", p.WholeNumber), sql.Named("bond", p.Bond), sql.Named("draft", p.Draft),
		sql.Named("at", stampOf(p.At)))
	if err != nil || written == 0 {
		return err
	}
	article, err := w.articleOf(p.Claim)
	if err != nil {
		return err
	}
	return w.log(article, "part", p.Claim, partRow{p, stampOf(p.At)})
}

// partRow is a part as the history has it.
type partRow struct {
	claims.Part
	At string `json:"at"`
}

// readParts gives each claim what it is part of and what is part of it, in the
// order of the claims' numbers.
func (r *dossierReader) readParts() error {
	return r.each(func(row scanner) error {
		p, err := scanPart(row)
		for _, id := range []string{p.Claim, p.Whole} {
			if e := r.entries[id]; e != nil {
				e.Parts = append(e.Parts, p)
			}
		}
		return err
	}, `
		select distinct `+partColumns+`
		from claim c
		join part p on p.claim = c.id or p.whole = c.id
		where `+r.scope.where+`
		order by p.number, p.whole_number, p.draft`)
}
