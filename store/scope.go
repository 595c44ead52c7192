package store

import (
	"database/sql"
	"strings"

	"stet/claims"
)

// scope is a condition on claim c, with its arguments: what of a filter SQL
// can decide as Go does.
type scope struct {
	where string
	args  []any
}

// scopeOf returns the scope of a filter within one article.
func scopeOf(a claims.Article, f claims.Filter) scope {
	s := narrow(f)
	s.and(`c.article = :article`, "article", a.ID)
	return s
}

// narrow returns the scope of a filter in any article. What it leaves out
// (verdict, finding, speaker, text) is for Filter.Keeps.
func narrow(f claims.Filter) scope {
	s := scope{where: `1 = 1`}
	if f.Number > 0 {
		s.and(`c.number = :number`, "number", f.Number)
	}
	if f.Label != nil {
		s.and(`c.label = :label`, "label", string(*f.Label))
	}
	if f.Source != "" {
		s.and(`exists (select 1 from citation x where x.claim = c.id and x.source = :source)`, "source", f.Source)
	}
	if !f.Cut {
		s.and(`c.cut = :cut`, "cut", false)
	}
	return s
}

func (s *scope) and(condition, name string, value any) {
	s.where = strings.Join([]string{s.where, condition}, ` and `)
	s.args = append(s.args, sql.Named(name, value))
}
