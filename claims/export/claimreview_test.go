package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stet/claims"
)

// reviewed is an article whose claims others made: one rated in numbers, whose
// appearance is known only by its source, and one in words.
func reviewed() *claims.Dossier {
	d := ferry()
	d.Article.Author = "Kit Moss"
	log := d.Sources["s1"]
	log.Source.Address = "https://harbour.example/log"
	d.Sources["s1"] = log
	d.Entries = d.Entries[:2]
	d.Entries[0].Claim.Review = claims.Review{
		Claimant: "The harbour master", ClaimantKind: claims.Person, URL: "https://www.courier.example/checks/7",
		Rating: claims.Rating{Value: 2, Best: 5, Name: "Mostly false"}, Rated: d.Entries[0].Claim.Text,
	}
	d.Entries[1].Claim.Label = claims.Announced
	d.Entries[1].Claim.Review = claims.Review{
		Claimant: "Port Authority", ClaimantKind: claims.Organization, ClaimantURL: "https://port.example/", ClaimDate: "2026-02-28",
		Appearance: "https://port.example/news/3", URL: "https://www.courier.example/checks/8", Date: "2026-03-02",
		Rating: claims.Rating{Name: "True </script>"}, Rated: d.Entries[1].Claim.Text,
	}
	return d
}

func reviewsOf(t *testing.T, d *claims.Dossier, o Options) (document string, err error) {
	t.Helper()
	var b bytes.Buffer
	w := newClaimReview(&b, o)
	for _, r := range Records(d) {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	err = w.Close()
	return b.String(), err
}

// TestClaimReviewRefuses breaks a good claim in each way: nothing is written,
// and the error names that claim with that reason alone.
func TestClaimReviewRefuses(t *testing.T) {
	for _, test := range []struct {
		says string
		make func(c *claims.Claim)
	}{
		{"it was cut", func(c *claims.Claim) { c.Cut = true }},
		{"its own voice", func(c *claims.Claim) { c.Label = claims.OwnVoice }},
		{"no claimant", func(c *claims.Claim) { c.Review.Claimant = "" }},
		{"wrote the article", func(c *claims.Claim) { c.Review.Claimant = "kit moss" }},
		{"no review's address", func(c *claims.Claim) { c.Review.URL = "" }},
		{"no rating", func(c *claims.Claim) { c.Review.Rating = claims.Rating{} }},
		{"changed since it was rated", func(c *claims.Claim) { c.Text += " Twice." }},
	} {
		d := reviewed()
		test.make(&d.Entries[1].Claim)
		document, err := reviewsOf(t, d, Options{})
		var refused *RefusedError
		if document != "" || !errors.As(err, &refused) || len(refused.Refusals) != 1 {
			t.Errorf("%s: wrote %q, error %v", test.says, document, err)
			continue
		}
		r := refused.Refusals[0]
		if r.Ref.String() != "ferry#12" || len(r.Reasons) != 1 || !strings.Contains(r.String(), test.says) {
			t.Errorf("%s: refused as %q", test.says, r)
		}
	}
}

// TestClaimReviewNamesEveryReason has claims of which nothing is published.
func TestClaimReviewNamesEveryReason(t *testing.T) {
	_, err := reviewsOf(t, ferry(), Options{})
	var refused *RefusedError
	if !errors.As(err, &refused) || len(refused.Refusals) != 3 {
		t.Fatalf("error %v, want three claims refused", err)
	}
	if got := refused.Refusals[0].Reasons; len(got) != 3 {
		t.Errorf("reasons %q, want that it has no claimant, no address and no rating", got)
	}
}

func TestClaimReviewPublisher(t *testing.T) {
	document, err := reviewsOf(t, reviewed(), Options{Publisher: "The Courier"})
	if err != nil || !strings.Contains(document, `"name": "The Courier"`) {
		t.Errorf("%v: %s", err, document)
	}
}

// fields are what a kind of node may have: the check of each, and whether
// Google's documentation of fact checks asks for it.
type fields map[string]struct {
	asked bool
	check func(t *testing.T, v any)
}

// claimReviewTypes are the properties that are written, by the kind of node,
// with their types in schema.org, of which each has one here.
func claimReviewTypes() map[string]fields {
	page, date := isPage, isDate
	return map[string]fields{
		"ClaimReview": {
			"@context": {true, isOneOf("https://schema.org")}, "@type": {true, isOneOf("ClaimReview")}, "url": {true, page},
			"claimReviewed": {true, isText}, "datePublished": {false, date}, "author": {true, isNode("Organization")},
			"reviewRating": {true, isNode("Rating")}, "itemReviewed": {true, isNode("Claim")},
		},
		"Rating": {
			"@type": {true, isOneOf("Rating")}, "alternateName": {true, isText},
			"ratingValue": {false, isWhole}, "bestRating": {false, isWhole}, "worstRating": {false, isWhole},
		},
		"Claim": {
			"@type": {true, isOneOf("Claim")}, "author": {true, isNode("Person", "Organization")},
			"datePublished": {false, date}, "appearance": {false, isList(isNode("CreativeWork"))},
		},
		"Person":       {"@type": {true, isOneOf("Person")}, "name": {true, isText}, "sameAs": {false, page}},
		"Organization": {"@type": {true, isOneOf("Organization")}, "name": {true, isText}, "url": {false, page}, "sameAs": {false, page}},
		"CreativeWork": {"@type": {true, isOneOf("CreativeWork")}, "url": {true, page}},
	}
}

func isText(t *testing.T, v any) {
	if s, ok := v.(string); !ok || strings.TrimSpace(s) == "" {
		t.Errorf("%v is no text", v)
	}
}

func isWhole(t *testing.T, v any) {
	if n, ok := v.(float64); !ok || n != float64(int(n)) {
		t.Errorf("%v (%T) is no whole number", v, v)
	}
}

func isPage(t *testing.T, v any) {
	s, _ := v.(string)
	if u, err := url.Parse(s); err != nil || u.Scheme != "https" || u.Host == "" {
		t.Errorf("%v is no address of a page", v)
	}
}

func isDate(t *testing.T, v any) {
	s, _ := v.(string)
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		t.Errorf("%v is no date", v)
	}
}

func isOneOf(values ...string) func(*testing.T, any) {
	return func(t *testing.T, v any) {
		if s, _ := v.(string); !slices.Contains(values, s) {
			t.Errorf("%v is none of %q", v, values)
		}
	}
}

func isList(each func(*testing.T, any)) func(*testing.T, any) {
	return func(t *testing.T, v any) {
		list, ok := v.([]any)
		if !ok || len(list) == 0 {
			t.Errorf("%v is no list of any", v)
		}
		for _, one := range list {
			each(t, one)
		}
	}
}

func isNode(kinds ...string) func(*testing.T, any) {
	return func(t *testing.T, v any) { checkNode(t, v, kinds) }
}

// checkNode checks that a node is of one of the kinds, has what is asked for,
// and nothing that isn't known or is of another type.
func checkNode(t *testing.T, v any, kinds []string) {
	t.Helper()
	node, _ := v.(map[string]any)
	kind, _ := node["@type"].(string)
	if !slices.Contains(kinds, kind) {
		t.Errorf("%v is none of %q", v, kinds)
		return
	}
	known := claimReviewTypes()[kind]
	for name, value := range node {
		if known[name].check == nil {
			t.Errorf("%s has an unknown %s", kind, name)
			continue
		}
		known[name].check(t, value)
	}
	for name, field := range known {
		if _, ok := node[name]; field.asked && !ok {
			t.Errorf("%s has no %s", kind, name)
		}
	}
	if kind == "Rating" {
		checkScale(t, node)
	}
}

// checkScale wants a rating in numbers within its scale, or no numbers at all.
func checkScale(t *testing.T, rating map[string]any) {
	t.Helper()
	value, numeric := rating["ratingValue"].(float64)
	worst, hasWorst := rating["worstRating"].(float64)
	best, hasBest := rating["bestRating"].(float64)
	if numeric != hasWorst || numeric != hasBest || numeric && !(1 <= worst && worst <= value && value <= best && worst < best) {
		t.Errorf("rating %v is not on its scale", rating)
	}
}

// TestClaimReviewTypes checks what is written node by node, since the tool
// below takes a rating of any type.
func TestClaimReviewTypes(t *testing.T) {
	document, err := reviewsOf(t, reviewed(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var reviews []any
	if err := json.Unmarshal([]byte(document), &reviews); err != nil || len(reviews) != 2 {
		t.Fatalf("%d reviews: %v", len(reviews), err)
	}
	for _, r := range reviews {
		checkNode(t, r, []string{"ClaimReview"})
	}
	if strings.Contains(document, "</script") {
		t.Error("words of the review end the script that it stands in")
	}
}

// TestClaimReviewAppearsWhereItStands: a source is where the claim was made only
// if its words stand there, and it is cited for that.
func TestClaimReviewAppearsWhereItStands(t *testing.T) {
	for _, test := range []struct {
		c    Citation
		want int
	}{
		{Citation{Address: "https://a.example/", Match: claims.Exact, Stance: claims.Offered}, 1},
		{Citation{Address: "https://a.example/", Match: claims.Elided, Stance: claims.Supports}, 1},
		{Citation{Address: "https://a.example/", Match: claims.Exact, Stance: claims.Disputes}, 0},
		{Citation{Address: "https://a.example/", Match: claims.Altered, Stance: claims.Supports}, 0},
		{Citation{Address: "https://a.example/", Stance: claims.Supports}, 0},
		{Citation{Address: "a.pdf", Match: claims.Exact, Stance: claims.Supports}, 0},
	} {
		if got := appearances(&Record{Citations: []Citation{test.c, test.c}}); len(got) != test.want {
			t.Errorf("%+v: appears at %v", test.c, got)
		}
	}
}

// TestStrangersToolReadsClaimReview has npm's structured-data-testing-tool test
// a page with the reviews in it: STET_NODE names the folder in which it is
// installed.
func TestStrangersToolReadsClaimReview(t *testing.T) {
	tool := filepath.Join(os.Getenv("STET_NODE"), "node_modules", ".bin", "sdtt")
	if _, err := os.Stat(tool); os.Getenv("STET_NODE") == "" || err != nil {
		t.Skip("STET_NODE names no folder with npm's structured-data-testing-tool in it")
	}
	document, err := reviewsOf(t, reviewed(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for page, good := range map[string]bool{document: true, strings.ReplaceAll(document, `"claimReviewed"`, `"reviewed"`): false} {
		file := filepath.Join(t.TempDir(), "page.html")
		html := `<!doctype html><title>Checks</title><script type="application/ld+json">` + page + `</script>`
		if err := os.WriteFile(file, []byte(html), 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(tool, "--file", file, "--presets", "Google", "--schemas", "jsonld:ClaimReview").CombinedOutput()
		if good != (err == nil) {
			t.Errorf("the tool accepts the page: %v, want %v\n%s", err == nil, good, out)
		}
	}
}

// checkClaimReview reads the review of one claim.
func checkClaimReview(t *testing.T, document []byte, text string) {
	t.Helper()
	var reviews []claimReview
	if err := json.Unmarshal(document, &reviews); err != nil || len(reviews) != 1 || reviews[0].ClaimReviewed != text {
		t.Errorf("%q became %s: %v", text, document, err)
	}
}
