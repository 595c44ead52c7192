package sheet

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"stet/claims"
)

// settle fills in what a row leaves open and returns what it lacks, or has and
// cannot be.
func (r *Row) settle() []string {
	var problems []string
	add := func(wrong bool, problem string, args ...any) {
		if wrong {
			problems = append(problems, fmt.Sprintf(problem, args...))
		}
	}
	add(r.Article == "", "it names no article")
	add(!hasWords(r.Claim.Text), "its text has no words")
	if err := r.Claim.Review.Check(); err != nil {
		problems = append(problems, err.Error())
	}
	if r.Claim.Review.Rating != (claims.Rating{}) {
		r.Claim.Review.Rated = r.Claim.Text
	}
	for i := range r.Claim.Attributions {
		r.Claim.Attributions[i].Label = r.Claim.Label
	}
	if r.Cites {
		add(strings.Contains(r.Source.Address, "://") && !r.Source.IsURL(), "%q is no address that can be opened: write https://…, or a path", r.Source.Address)
		r.settleSource()
		add(r.Code == 0 && r.Source.Address == "" && r.Source.Held == "", "it cites a source without saying which: it needs an address, a source_name or a source")
	}
	if r.Signed {
		problems = append(problems, r.settleSignOff()...)
	}
	return problems
}

// hasWords reports whether claims.FoldWords leaves anything of s, so that a
// sign-off can be bound to it.
func hasWords(s string) bool {
	for _, r := range s {
		if f := claims.FoldRune(r); f != "" && f != " " {
			return true
		}
	}
	return false
}

// settleSource tells an alias from the name that a source has by itself.
func (r *Row) settleSource() {
	s := &r.Source
	name := s.Alias
	s.Alias = ""
	s.Number = r.Code
	switch {
	case s.Address == "" && name != s.Code():
		s.Held = name
	case s.Address != "":
		if !s.IsURL() {
			s.Address = path.Clean(strings.ReplaceAll(s.Address, `\`, "/"))
		}
		if name != s.Name() {
			s.Alias = name
		}
	}
	if r.Citation.Stance == "" {
		r.Citation.Stance = claims.Offered
	}
}

func (r *Row) settleSignOff() []string {
	var problems []string
	s := &r.SignOff
	switch {
	case s.Lapsed != "" && s.To != "":
		s.Verdict = claims.ChangeTo
	case s.Lapsed != "":
		s.Verdict = claims.Untold
	case s.Verdict == claims.Open:
		return []string{"it has a checker, a time or a note of a verdict, and no verdict"}
	}
	if strings.TrimSpace(s.By) == "" {
		problems = append(problems, "its verdict lacks the checker who gave it")
	}
	if s.At.IsZero() {
		problems = append(problems, "its verdict lacks the time at which it was given (signed_at)")
	}
	if s.Lapsed != "" {
		return problems
	}
	s.Words = r.Claim.Text
	if err := s.Check(); err != nil {
		problems = append(problems, err.Error())
	}
	return problems
}

// The sheets that stet writes, with the newest version of each that this
// program reads.
var versions = map[string]int{"stet-claims": 3, "stet-claim-rows": 2}

// checkFormat makes sure that a row is of the version that the first row names,
// and that this is known. A row that somebody added names none.
func (r *Reader) checkFormat(cells [][]byte, bad *RowError) error {
	for i, c := range r.columns {
		if c.field == nil || c.field.Name != "format" {
			continue
		}
		named := string(cells[i])
		switch {
		case named == "":
		case r.format == "":
			r.format = named
			return checkVersion(named)
		case named != r.format:
			bad.Problems = append(bad.Problems, fmt.Sprintf("its format is %q, the sheet's is %q", named, r.format))
		}
	}
	return nil
}

func checkVersion(named string) error {
	name, number, _ := strings.Cut(named, "/")
	newest, ok := versions[name]
	n, err := strconv.Atoi(number)
	switch {
	case !ok || err != nil || n < 1:
		return &claims.InputError{Err: fmt.Errorf("its format column says %q, which is none of stet's sheets", named), Hint: "--map format= leaves the column out"}
	case n > newest:
		return claims.Invalidf("it was exported by a newer version of stet (%s, and this program reads %s up to version %d): use that version", named, name, newest)
	}
	return nil
}
