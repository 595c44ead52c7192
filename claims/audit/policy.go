package audit

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"stet/claims"
)

// Policy is a newsroom's own rules of the game, as its stet.yaml beside the
// ledger gives them. The zero Policy is that of a newsroom that has none.
type Policy struct {
	File string `yaml:"-"` // as named in messages
	// Severities overrides, by check or rule and stage, how bad what it finds
	// is; "off" leaves it out.
	Severities map[string]map[Stage]string `yaml:"severities"`
	// Thresholds are the numbers that rules name as parameters.
	Thresholds map[string]int `yaml:"thresholds"`
	Waivers    []Waiver       `yaml:"waivers"`
	// Rules is a folder of the newsroom's own rules, relative to the policy.
	Rules string `yaml:"rules"`
}

// Waiver lets one finding stand until a day.
type Waiver struct {
	Rule   string `yaml:"rule"`   // the check or rule
	Claim  string `yaml:"claim"`  // such as azure-deal#3; an article's slug waives it for all of that
	Reason string `yaml:"reason"` // for people
	By     string `yaml:"by"`     // who lets it stand
	Until  string `yaml:"until"`  // the last day, YYYY-MM-DD
}

// off is the severity that leaves a finding out.
const off = "off"

// thresholds are the numbers that rules may name, with what they are where no
// policy says otherwise.
var thresholds = map[string]int{
	"anonymous_sources":   2,  // sources of a claim that nobody who is named makes
	"independent_origins": 2,  // sources of a claim to be checked first, counting copies once
	"on_author_percent":   20, // of an article's claims that may rest on its author's word
	"signers":             1,  // people who must have signed a claim off
	"stale_days":          30, // after which a claim, and a page, is to be looked at again; 0 for never
}

// stampLayout is how the ledger's views give times: text in UTC that sorts as
// time does.
const stampLayout = "2006-01-02T15:04:05.000Z"

// Parameters returns what a rule's query may name apart from :article: each
// threshold; of one in days, as name_before, the time that many days ago; and
// now and today, as the views give times and a day.
func (p Policy) Parameters(now time.Time) map[string]any {
	all := map[string]any{"now": now.UTC().Format(stampLayout), "today": now.UTC().Format(time.DateOnly)}
	for name, value := range thresholds {
		if own, ok := p.Thresholds[name]; ok {
			value = own
		}
		all[name] = value
		if of, ok := strings.CutSuffix(name, "_days"); ok {
			all[of+"_before"] = now.UTC().AddDate(0, 0, -value).Format(stampLayout)
		}
	}
	return all
}

// ParsePolicy reads a policy. Errors name file and line, and are bad input: see
// claims.Invalidf. What it says is tested by Check.
func ParsePolicy(file string, text []byte) (Policy, error) {
	p := Policy{}
	if err := yaml.UnmarshalWithOptions(text, &p, yaml.DisallowUnknownField()); err != nil && !errors.Is(err, io.EOF) {
		return Policy{}, claims.Invalidf("%s:%s", file, yamlFault(err))
	}
	p.File = file
	return p, nil
}

// Check tests whether the policy speaks only of checks and rules that are known,
// of stages, severities and thresholds that there are, and gives each waiver a
// reason, a name and a last day. The error is bad input.
func (p Policy) Check(known []string) error {
	if err := p.validate(known); err != nil {
		return claims.Invalidf("%s: %w", p.File, err)
	}
	return nil
}

// yamlFault is what a YAML error says, on one line, with the line number
// first.
func yamlFault(err error) string {
	first, _, _ := strings.Cut(yaml.FormatError(err, false, false), "\n")
	at, message, ok := strings.Cut(strings.TrimPrefix(first, "["), "] ")
	if line, _, found := strings.Cut(at, ":"); ok && found {
		return line + ": " + message
	}
	return " " + first
}

func (p Policy) validate(known []string) error {
	for rule, stages := range p.Severities {
		if !slices.Contains(known, rule) {
			return fmt.Errorf("severities: there is no check or rule %q (one of: %s)", rule, strings.Join(known, ", "))
		}
		for stage, severity := range stages {
			if _, err := ParseStage(string(stage)); err != nil {
				return fmt.Errorf("severities: %s: %w", rule, err)
			}
			if _, err := claims.ParseSeverity(severity); err != nil && severity != off {
				return fmt.Errorf("severities: %s: %w, or off", rule, err)
			}
		}
	}
	for name, value := range p.Thresholds {
		if _, ok := thresholds[name]; !ok {
			return fmt.Errorf("thresholds: there is no threshold %q (one of: %s)", name, strings.Join(slices.Sorted(maps.Keys(thresholds)), ", "))
		}
		if value < 0 {
			return fmt.Errorf("thresholds: %s is %d, and may not be negative", name, value)
		}
	}
	for i, w := range p.Waivers {
		if err := w.validate(known); err != nil {
			return fmt.Errorf("waiver %d: %w", i+1, err)
		}
	}
	return nil
}

func (w Waiver) validate(known []string) error {
	switch {
	case !slices.Contains(known, w.Rule):
		return fmt.Errorf("there is no check or rule %q", w.Rule)
	case w.Claim == "":
		return errors.New("it names no claim")
	case w.Reason == "" || w.By == "":
		return errors.New("it needs a reason, and by whom")
	}
	if _, err := time.Parse(time.DateOnly, w.Until); err != nil {
		return fmt.Errorf("until is %q, and must be a day such as 2026-03-01", w.Until)
	}
	return nil
}

// Apply returns the findings at the severities of the policy. What is waived
// becomes a note that says so, by whom and until when; a waiver that has ended is
// a warning of its own where it would still be needed.
func (p Policy) Apply(d *claims.Dossier, found []claims.Finding, stage Stage, today time.Time) []claims.Finding {
	numbers := map[string]int{}
	for _, e := range d.Entries {
		numbers[e.Claim.ID] = e.Claim.Number
	}
	var all []claims.Finding
	for _, f := range found {
		switch severity := p.Severities[f.Check][stage]; severity {
		case off:
			continue
		case "":
		default:
			f.Severity = claims.Severity(severity)
		}
		w, ok := p.waiver(f, claims.Ref{Slug: d.Article.Slug, Number: numbers[f.Claim]})
		switch {
		case !ok:
		case today.Format(time.DateOnly) <= w.Until:
			f = f.Answered(fmt.Sprintf("waived by %s until %s (%s)", w.By, w.Until, w.Reason))
		default:
			all = append(all, ended(f, w))
		}
		all = append(all, f)
	}
	return all
}

// Stray says of each waiver that is for a claim of the article which there is
// not, so that nobody takes it for one that works.
func (p Policy) Stray(d *claims.Dossier) []claims.Finding {
	var found []claims.Finding
	for _, w := range p.Waivers {
		ref, err := claims.ParseRef(w.Claim)
		if err != nil || ref.Slug != d.Article.Slug || slices.ContainsFunc(d.Entries, func(e claims.Entry) bool { return e.Claim.Number == ref.Number }) {
			continue
		}
		found = append(found, claims.Finding{
			Check: "waiver", Severity: claims.Warning,
			Message: fmt.Sprintf("%s's waiver of %s is for %s, and there is no such claim: correct its number in the policy", w.By, w.Rule, ref),
		})
	}
	return found
}

// ended says that the waiver of a finding has ended.
func ended(f claims.Finding, w Waiver) claims.Finding {
	f.Check, f.Severity, f.Outcome = "waiver", claims.Warning, ""
	f.Message = fmt.Sprintf("%s's waiver of %s ended on %s (%s): mend it, or have the waiver renewed", w.By, w.Rule, w.Until, w.Reason)
	return f
}

func (p Policy) waiver(f claims.Finding, ref claims.Ref) (Waiver, bool) {
	for _, w := range p.Waivers {
		if w.Rule != f.Check {
			continue
		}
		if named, err := claims.ParseRef(w.Claim); w.Claim == ref.Slug || err == nil && named == ref {
			return w, true
		}
	}
	return Waiver{}, false
}
