package store

import (
	"database/sql"

	"stet/claims"
)

// findingColumns are the columns of finding f that scanFinding reads, in order.
const findingColumns = `f.check_id, f.severity, f.outcome, coalesce(f.claim, ''), coalesce(f.citation, ''), f.message, f.spans,
	f.snapshot, f.evidence`

func scanFinding(row scanner) (f claims.Finding, err error) {
	err = row.Scan(&f.Check, &f.Severity, &f.Outcome, &f.Claim, &f.Citation, &f.Message, list[claims.Span]{&f.Spans},
		&f.Snapshot, list[claims.Span]{&f.Evidence})
	return f, err
}

func (w *writer) putFinding(articleID string, position int, f claims.Finding) error {
	_, err := w.exec(`
		insert into finding (article, position, claim, citation, check_id, severity, outcome, message, fingerprint, spans,
			snapshot, evidence)
		values (:article, :position, nullif(:claim, ''), nullif(:citation, ''), :check, :severity, :outcome, :message,
			:fingerprint, :spans, :snapshot, :evidence)`,
		sql.Named("article", articleID), sql.Named("position", position), sql.Named("claim", f.Claim),
		sql.Named("citation", f.Citation), sql.Named("check", f.Check), sql.Named("severity", f.Severity),
		sql.Named("outcome", f.Outcome), sql.Named("message", f.Message), sql.Named("fingerprint", f.Fingerprint()),
		sql.Named("spans", list[claims.Span]{&f.Spans}), sql.Named("snapshot", f.Snapshot),
		sql.Named("evidence", list[claims.Span]{&f.Evidence}))
	return err
}
