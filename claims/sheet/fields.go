package sheet

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"stet/claims"
	"stet/sources"
)

// Field is what a column of a sheet may hold.
type Field struct {
	Name    string // as export heads the column
	Meaning string // in a few words, for help
	// set puts a cell that is not empty into a row. It is nil of what is
	// derived from the rest, and so is passed over.
	set func(row *Row, cell string) error
}

// PassedOver reports whether nothing of the field is imported: stet works it
// out from the rest, or a cell has it only in brief.
func (f Field) PassedOver() bool { return f.set == nil || f.Meaning == "" }

// Fields lists every field, one a column of what export writes, and in its
// order. docs/formats.md describes each.
var Fields = []Field{
	{"problem", "why a row was not taken, in what --skip-bad wrote", nil},
	{"format", "the version of an exported sheet", func(*Row, string) error { return nil }}, // see checkFormat
	{"article", "the article's slug", setArticle},
	{"claim", "the claim's number: C-0012 or 12", setNumber},
	{"text", "the claim's words", func(r *Row, s string) error { r.Claim.Text = s; return nil }},
	{"label", "the confidence label", setLabel},
	{"speaker", "who the copy says it comes from", setSpeaker},
	{"place", "where in the article it stands", parsed(claims.ParsePlace, func(r *Row) *claims.Place { return &r.Claim.Place })},
	{"priority", "how soon it wants checking", parsed(claims.ParsePriority, func(r *Row) *claims.Priority { return &r.Claim.Priority })},
	{"file", "", nil},
	{"line", "", nil},
	{"cut", "yes where the draft no longer carries it", setCut},
	{"verdict", "what a checker decided", setVerdict},
	{"void", "why the verdict no longer holds", signed(func(s *claims.SignOff) *string { return &s.Lapsed })},
	{"to", "the words that a verdict of change proposes", signed(func(s *claims.SignOff) *string { return &s.To })},
	{"verdict_note", "the checker's note", signed(func(s *claims.SignOff) *string { return &s.Note })},
	{"checker", "who decided", signed(func(s *claims.SignOff) *string { return &s.By })},
	{"signed_at", "when: 2026-03-02T09:30:00Z or 2026-03-02", setSignedAt},
	{"findings", "", nil},
	{"queries", "", func(r *Row, s string) error { r.Queries = s; return nil }},
	{"replies", "", func(r *Row, s string) error { r.Replies = s; return nil }},
	{"claimant", "who made the claim, of a claim that others made", func(r *Row, s string) error { r.Claim.Review.Claimant = s; return nil }},
	{"claimant_url", "a page about them", func(r *Row, s string) error { r.Claim.Review.ClaimantURL = s; return nil }},
	{"review_url", "where the review of the claim stands", func(r *Row, s string) error { r.Claim.Review.URL = s; return nil }},
	{"rating", "how the review rates the claim: 2/5 mostly false", setRating},
	{"citations", "", nil},
	{"source", "the number of the source cited: S-0003 or 3", setSource},
	{"source_name", "its short name, or what it is where it has no address", func(r *Row, s string) error { r.Source.Alias = s; return cites(r) }},
	{"address", "its address, or a path from the ledger's folder", func(r *Row, s string) error { r.Source.Address = s; return cites(r) }},
	{"kind", "what kind of source it is", setKind},
	{"title", "its title", func(r *Row, s string) error { r.Source.Title = s; return cites(r) }},
	{"publisher", "who published it", func(r *Row, s string) error { r.Source.Publisher = s; return cites(r) }},
	{"stance", "what it does for the claim", parsedCitation(claims.ParseStance, func(t *claims.Citation) *claims.Stance { return &t.Stance })},
	{"grade", "how near it stands to the fact", parsedCitation(claims.ParseGrade, func(t *claims.Citation) *claims.Grade { return &t.Grade })},
	{"quote", "the words relied on", func(r *Row, s string) error { r.Citation.Quote = s; return cites(r) }},
	{"locator", "where they stand: p. 3, ¶ 42, at 12:40", setLocator},
	{"citation_note", "what else is known of the citation", func(r *Row, s string) error { r.Citation.Note = s; return cites(r) }},
	{"match", "", nil},
	{"page", "", nil},
	{"capture", "", nil},
	{"captured_at", "", nil},
	{"snapshot", "", nil},
}

// fieldNames lists the fields that a stranger's column can be mapped to.
func fieldNames() []string {
	var names []string
	for _, f := range Fields {
		if !f.PassedOver() && f.Name != "format" {
			names = append(names, f.Name)
		}
	}
	return names
}

// fieldNamed returns the field of a name, whatever its case and with spaces for
// underscores, or nil.
func fieldNamed(name string) *Field {
	name = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "_")
	for i := range Fields {
		if Fields[i].Name == name {
			return &Fields[i]
		}
	}
	return nil
}

// cites marks a row as one that cites a source.
func cites(r *Row) error {
	r.Cites = true
	return nil
}

// parsed returns what sets a value of the claim that parse reads.
func parsed[T any](parse func(string) (T, error), at func(*Row) *T) func(*Row, string) error {
	return func(r *Row, s string) (err error) {
		*at(r), err = parse(s)
		return err
	}
}

// parsedCitation does the same for a value of the citation.
func parsedCitation[T any](parse func(string) (T, error), at func(*claims.Citation) *T) func(*Row, string) error {
	return func(r *Row, s string) (err error) {
		*at(&r.Citation), err = parse(s)
		return errors.Join(cites(r), err)
	}
}

// signed returns what sets a text of the sign-off.
func signed(at func(*claims.SignOff) *string) func(*Row, string) error {
	return func(r *Row, s string) error {
		*at(&r.SignOff), r.Signed = s, true
		return nil
	}
}

func setArticle(r *Row, s string) error {
	r.Article = s
	if !claims.IsSlug(s) {
		return fmt.Errorf("article %q is no slug: write it without spaces, # or /, such as azure-deal", s)
	}
	return nil
}

func setNumber(r *Row, s string) error {
	n, ok := numbered(s, 'C')
	if !ok {
		return fmt.Errorf("claim %q is no number, such as C-0012 or 12 (--map COLUMN=text, where the column holds the words)", s)
	}
	r.Claim.Number = n
	return nil
}

func setLabel(r *Row, s string) (err error) {
	r.Claim.Label, err = claims.ParseLabel(s)
	return err
}

func setSpeaker(r *Row, s string) error {
	r.Claim.Attributions = []claims.Attribution{{Speaker: claims.Phrase{Text: s}}}
	return nil
}

func setCut(r *Row, s string) error {
	switch strings.ToLower(s) {
	case "yes", "true", "1":
		r.Claim.Cut = true
	case "no", "false", "0":
	default:
		return fmt.Errorf("cut %q is neither yes nor no", s)
	}
	return nil
}

func setVerdict(r *Row, s string) (err error) {
	if s == claims.Open.String() {
		return nil
	}
	r.Signed = true
	r.SignOff.Verdict, err = claims.ParseVerdict(s)
	return err
}

// times are the ways in which a sheet may write one; those without a zone are
// in UTC.
var times = []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly}

func setSignedAt(r *Row, s string) (err error) {
	r.Signed = true
	for _, layout := range times {
		if r.SignOff.At, err = time.Parse(layout, s); err == nil && r.SignOff.At.Year() > 0 {
			r.SignOff.At = r.SignOff.At.UTC()
			return nil
		}
	}
	return fmt.Errorf("signed_at %q is no time: write 2026-03-02T09:30:00Z or 2026-03-02", s)
}

func setRating(r *Row, s string) (err error) {
	r.Claim.Review.Rating, err = claims.ParseRating(s)
	return err
}

func setSource(r *Row, s string) error {
	n, ok := numbered(s, 'S')
	if !ok {
		return fmt.Errorf("source %q is no number, such as S-0003 or 3 (--map COLUMN=source_name, where the column says what it is)", s)
	}
	r.Code = n
	return cites(r)
}

func setKind(r *Row, s string) (err error) {
	r.Source.Kind, err = sources.ParseKind(s)
	r.Source.KindSet = err == nil
	return errors.Join(cites(r), err)
}

func setLocator(r *Row, s string) (err error) {
	r.Citation.Locator, err = claims.ParseLocator(s)
	return errors.Join(cites(r), err)
}

// numbered reads "C-0012", "c-12" and "12".
func numbered(s string, letter byte) (int, bool) {
	digits := s
	if len(s) > 2 && s[0]|0x20 == letter|0x20 && s[1] == '-' {
		digits = s[2:]
	}
	n, err := strconv.ParseUint(digits, 10, 31)
	return int(n), err == nil && n > 0 && digits[0] != '+'
}
