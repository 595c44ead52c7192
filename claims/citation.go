package claims

import (
	"fmt"
	"slices"
	"strings"

	"stet/sources"
)

// Stance says what a source does for a claim. A machine only ever sets
// Offered; the others are a person's.
type Stance string

// The stances.
const (
	Offered  Stance = "offered" // by the draft, until a person looks
	Supports Stance = "supports"
	Disputes Stance = "disputes"
	Context  Stance = "context"
)

// Stances lists every stance in the order in which help and errors show them.
var Stances = []Stance{Offered, Supports, Disputes, Context}

// ParseStance returns the stance that s names, folding case.
func ParseStance(s string) (Stance, error) { return parse("stance", s, Stances) }

// Grade says how near a source stands to the fact, for one claim.
type Grade string

// The grades.
const (
	Ungraded  Grade = ""
	Primary   Grade = "primary"
	Secondary Grade = "secondary"
)

// Grades lists the grades that can be given.
var Grades = []Grade{Primary, Secondary}

// ParseGrade returns the grade that s names, folding case.
func ParseGrade(s string) (Grade, error) { return parse("grade", s, Grades) }

// Citation links a claim to a source.
type Citation struct {
	ID      string  `json:"id"`     // UUIDv7
	Claim   string  `json:"claim"`  // the claim's ID
	Source  string  `json:"source"` // the source's ID
	Stance  Stance  `json:"stance"`
	Grade   Grade   `json:"grade,omitempty"`
	Quote   string  `json:"quote,omitempty"` // the words relied on, without their quotation marks
	Locator Locator `json:"locator"`
	Note    string  `json:"note,omitempty"` // what else the footnote says
	// Origin is what made the citation: "footnote 3", "link", "comment 2",
	// FromSheet, or "cite" for one made by hand, which no import removes.
	Origin string `json:"origin"`
	By     string `json:"by,omitempty"` // who made it by hand or set its stance
}

// FromSheet is the origin of a citation that a table of claims made. A draft
// that cites the same makes no other, and one that doesn't leaves it.
const FromSheet = "sheet"

// ByHand reports whether a person made the citation, so that no import
// removes it.
func (c Citation) ByHand() bool { return c.Origin == "cite" }

// Locator says where in a source to look. Its zero value says nothing.
type Locator struct {
	Page      string `json:"page,omitempty"`      // as printed or counted: "3", "iv"
	PageEnd   string `json:"page_end,omitempty"`  // of a range
	Paragraph string `json:"paragraph,omitempty"` // "42", of a numbered paragraph
	Time      string `json:"time,omitempty"`      // "12:40" or "1:02:03"
}

// IsZero reports whether the locator says nothing.
func (l Locator) IsZero() bool { return l == Locator{} }

// String returns the locator as footnotes write it: "p. 3", "pp. 3-4", "¶ 42",
// "at 12:40", joined by ", ".
func (l Locator) String() string {
	var parts []string
	switch {
	case l.PageEnd != "":
		parts = append(parts, fmt.Sprintf("pp. %s-%s", l.Page, l.PageEnd))
	case l.Page != "":
		parts = append(parts, "p. "+l.Page)
	}
	if l.Paragraph != "" {
		parts = append(parts, "¶ "+l.Paragraph)
	}
	if l.Time != "" {
		parts = append(parts, "at "+l.Time)
	}
	return strings.Join(parts, ", ")
}

// ParseLocator reads what String writes, in any order, and a page's number
// alone. The empty string is the zero Locator.
func ParseLocator(s string) (Locator, error) {
	var l Locator
	if s == "" {
		return l, nil
	}
	for part := range strings.SplitSeq(s, ", ") {
		if !l.take(part) {
			return Locator{}, Invalidf("unknown locator %q (such as: p. 3, pp. 3-4, ¶ 42, at 12:40)", s)
		}
	}
	return l, nil
}

// take fills in what one part of a written locator says, and reports false
// where it says nothing, or what another part has said.
func (l *Locator) take(part string) bool {
	mark, value, _ := strings.Cut(part, " ")
	field := &l.Page
	switch mark {
	case "pp.":
		value, l.PageEnd = cutRange(value)
	case "p.":
	case "¶":
		field = &l.Paragraph
	case "at":
		field = &l.Time
	default:
		value = part
		if strings.Trim(part, "0123456789") != "" {
			return false
		}
	}
	if value == "" || *field != "" || mark == "pp." && l.PageEnd == "" {
		return false
	}
	*field = value
	return true
}

// cutRange cuts a range of pages at its middle hyphen: pages may have hyphens
// of their own, as in A-1-A-5.
func cutRange(s string) (from, to string) {
	parts := strings.Split(s, "-")
	half := (len(parts) + 1) / 2
	return strings.Join(parts[:half], "-"), strings.Join(parts[half:], "-")
}

// Class says how a quote stands in a text.
type Class string

// The classes of match, from best to worst.
const (
	Exact       Class = "exact"       // byte for byte, white space apart
	Typographic Class = "typographic" // but for quotation marks, dashes, ligatures, case of the first letter, hyphenation
	OCR         Class = "ocr"         // but for what scanners confuse
	Elided      Class = "elided"      // in parts, with … or [ ] between
	Altered     Class = "altered"     // near, but other words
	Absent      Class = "absent"
)

// Classes lists the classes from best to worst.
var Classes = []Class{Exact, Typographic, OCR, Elided, Altered, Absent}

// Match is where a citation's quote stands in a snapshot's text.
type Match struct {
	Citation string         `json:"citation"` // the citation's ID
	Snapshot sources.Digest `json:"snapshot"`
	Class    Class          `json:"class"`
	Span                    // in the snapshot's text; zero when Absent
	// Selector finds the words again in another snapshot's text. Its Exact are
	// the words of the source, which are the quote's only if the class says so.
	Selector Selector `json:"selector,omitzero"`
	Page     string   `json:"page,omitempty"` // where the words stand: the printed page, else the physical one
	// WrongPage says that the words stand on another page than the locator
	// names. It is false where the locator names none or the text has none.
	WrongPage bool `json:"wrong_page,omitempty"`
	// Difference tells the quote from the source word by word; empty for
	// Exact and Absent.
	Difference []Edit `json:"difference,omitempty"`
}

// EditKind says what a step of a difference does.
type EditKind string

// The kinds of edit, as seen from the source: Inserted words stand in the
// quote only, Omitted ones in the source only.
const (
	Same     EditKind = "same"
	Inserted EditKind = "inserted"
	Omitted  EditKind = "omitted"
)

// Edit is a run of words that a quote and its source share or don't.
type Edit struct {
	Kind EditKind `json:"kind"`
	Text string   `json:"text"`
}

func parse[T ~string](what, s string, valid []T) (T, error) {
	if i := slices.Index(valid, T(s)); i >= 0 {
		return valid[i], nil
	}
	want := fold(s)
	names := make([]string, len(valid))
	for i, v := range valid {
		if string(v) == want {
			return v, nil
		}
		names[i] = string(v)
	}
	return "", Invalidf("unknown %s %q (one of: %s)", what, s, strings.Join(names, ", "))
}

// CitedBy is a citation with the claim that makes it, by what people call it.
type CitedBy struct {
	Ref      Ref
	Citation Citation
}
