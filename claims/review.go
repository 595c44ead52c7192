package claims

import (
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Review is what a desk publishes of a claim that somebody else made: who made
// it and where, where the review stands, and how it rates the claim. Its zero
// value says nothing.
type Review struct {
	Claimant     string    `json:"claimant,omitempty"`
	ClaimantKind PartyKind `json:"claimant_kind,omitempty"` // empty where there is no claimant
	ClaimantURL  string    `json:"claimant_url,omitempty"`  // a page about the claimant
	ClaimDate    string    `json:"claim_date,omitempty"`    // when the claim was made, YYYY-MM-DD
	Appearance   string    `json:"appearance,omitempty"`    // the address of where it was made
	URL          string    `json:"url,omitempty"`           // where the review stands
	Date         string    `json:"date,omitempty"`          // when the review was published, YYYY-MM-DD
	Rating       Rating    `json:"rating,omitzero"`
	// Rated are the claim's words as they were rated: the rating says nothing
	// of others.
	Rated string `json:"rated,omitempty"`
}

// PartyKind says what a claimant is.
type PartyKind string

// The kinds of claimant.
const (
	Person       PartyKind = "person"
	Organization PartyKind = "organization"
)

// PartyKinds lists every kind of claimant, the usual one first.
var PartyKinds = []PartyKind{Person, Organization}

// ParsePartyKind returns the kind that s names, folding case.
func ParsePartyKind(s string) (PartyKind, error) { return parse("kind of claimant", s, PartyKinds) }

// WorstRating is the lowest value of every scale, and DefaultBestRating the
// highest of one that names none, as schema.org's Rating assumes.
const (
	WorstRating       = 1
	DefaultBestRating = 5
)

// Rating is how true a review finds a claim: on a scale from WorstRating to
// Best, in words, or both. Its zero value is no rating.
type Rating struct {
	Value int    `json:"value,omitempty"` // 0 where it is in words alone
	Best  int    `json:"best,omitempty"`  // 0 likewise
	Name  string `json:"name,omitempty"`
}

// String returns the rating as ParseRating reads it: "2/5 mostly false".
func (r Rating) String() string {
	if r.Value == 0 {
		return r.Name
	}
	return strings.TrimSpace(strconv.Itoa(r.Value) + "/" + strconv.Itoa(r.Best) + " " + r.Name)
}

// Words returns the rating as a person reads it: its name, or where it has
// none "2 of 5".
func (r Rating) Words() string {
	if r.Name != "" || r.Value == 0 {
		return r.Name
	}
	return strconv.Itoa(r.Value) + " of " + strconv.Itoa(r.Best)
}

// ParseRating reads "2/5 mostly false", "mostly false", "2/5" or "2", which is
// out of DefaultBestRating; the empty string is no rating. A number without a
// scale is one only where it stands alone: "4 Pinocchios" is a name.
func ParseRating(s string) (Rating, error) {
	number, name, _ := strings.Cut(strings.TrimSpace(s), " ")
	value, scale, hasScale := strings.Cut(number, "/")
	if !isNumber(value) || hasScale && !isNumber(scale) || !hasScale && name != "" {
		return Rating{Name: strings.TrimSpace(s)}, nil
	}
	r := Rating{Best: DefaultBestRating, Name: strings.TrimSpace(name)}
	r.Value, _ = strconv.Atoi(value)
	if hasScale {
		r.Best, _ = strconv.Atoi(scale)
	}
	if r.Best <= WorstRating || r.Value < WorstRating || r.Value > r.Best {
		return Rating{}, Invalidf("rating %q: a rating in numbers is from %d to the best of its scale, such as 2/%d", s, WorstRating, DefaultBestRating)
	}
	return r, nil
}

// isNumber reports whether s is a whole number that any int holds.
func isNumber(s string) bool {
	return s != "" && len(s) < 10 && strings.Trim(s, "0123456789") == ""
}

// Check refuses addresses and dates that are none.
func (r Review) Check() error {
	for _, address := range []string{r.ClaimantURL, r.Appearance, r.URL} {
		if u, err := url.Parse(address); address != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
			return Invalidf("%q is no address of a web page: write https://…", address)
		}
	}
	for _, date := range []string{r.ClaimDate, r.Date} {
		if _, err := time.Parse(time.DateOnly, date); date != "" && err != nil {
			return Invalidf("%q is no date: write YYYY-MM-DD", date)
		}
	}
	return nil
}

// RatesWords reports whether the rating was given on these words, however they
// are written.
func (r Review) RatesWords(words string) bool { return FoldWords(r.Rated) == FoldWords(words) }
