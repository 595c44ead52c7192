package audit

import (
	"strings"
	"testing"
	"time"

	"stet/claims"
)

func TestPolicyApply(t *testing.T) {
	p, err := ParsePolicy("stet.yaml", []byte(`
severities:
  name: {draft: warning, closing: "off"}
waivers:
  - {rule: number, claim: ferry#2, reason: counted by hand, by: Kit, until: 2026-03-10}
  - {rule: quote, claim: ferry, reason: old scans, by: Kit, until: 2026-03-01}
`))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check([]string{"name", "number", "quote"}); err != nil {
		t.Fatal(err)
	}
	d := &claims.Dossier{Article: claims.Article{Slug: "ferry"}, Entries: []claims.Entry{{Claim: claims.Claim{ID: "a", Number: 1}}, {Claim: claims.Claim{ID: "b", Number: 2}}}}
	found := []claims.Finding{
		{Check: "name", Claim: "a", Severity: claims.Error, Message: "n"},
		{Check: "number", Claim: "a", Severity: claims.Error, Message: "one"},
		{Check: "number", Claim: "b", Severity: claims.Error, Message: "two"},
		{Check: "quote", Claim: "a", Severity: claims.Error, Message: "q"},
	}
	today := time.Date(2026, 3, 10, 23, 0, 0, 0, time.UTC)
	var got []string
	for _, f := range p.Apply(d, found, Draft, today) {
		got = append(got, string(f.Severity)+" "+f.Check+" "+f.Sentence())
	}
	want := "warning name n; error number one; note number waived by Kit until 2026-03-10 (counted by hand): two; " +
		"warning waiver Kit's waiver of quote ended on 2026-03-01 (old scans): mend it, or have the waiver renewed; error quote q"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	if n := len(p.Apply(d, found[:1], Closing, today)); n != 0 {
		t.Errorf("%d findings of a check that is off", n)
	}
	if found[2].Severity != claims.Error {
		t.Error("Apply changed its argument")
	}
}

func TestPolicyFaults(t *testing.T) {
	for text, want := range map[string]string{
		"colour: red":                                      "p.yaml:1: unknown field",
		"severities:\n  open: {dawn: error}":               `unknown stage "dawn"`,
		"severities:\n  open: {draft: bad}":                `unknown severity "bad"`,
		"severities:\n  shut: {draft: error}":              `no check or rule "shut"`,
		"thresholds:\n  pace: 3":                           `no threshold "pace"`,
		"thresholds:\n  on_author_percent: -1":             "negative",
		"waivers:\n  - {rule: open}":                       "waiver 1: it names no claim",
		"waivers:\n  - {rule: open, claim: a#1}":           "needs a reason",
		"waivers:\n  - {rule: shut, claim: a#1}":           `no check or rule "shut"`,
		"waivers: [":                                       "p.yaml:1:",
		"waivers:\n  - {rule: open, claim: 1, by: [a, b]}": "p.yaml:2:",
	} {
		p, err := ParsePolicy("p.yaml", []byte(text))
		if err == nil {
			err = p.Check([]string{"open"})
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if p, err := ParsePolicy("p.yaml", nil); err != nil || p.Check(nil) != nil {
		t.Errorf("an empty policy: %v", err)
	}
}

func FuzzParsePolicy(f *testing.F) {
	f.Add([]byte("severities:\n  open: {draft: error}\nwaivers:\n  - {rule: open, claim: a#1, reason: r, by: b, until: 2026-01-01}\n"))
	f.Add([]byte("rules: x\nthresholds: {on_author_percent: 3}"))
	f.Add([]byte("a: &a [*a]"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := ParsePolicy("p.yaml", text)
		if err == nil {
			_ = p.Check([]string{"open"})
		}
	})
}
