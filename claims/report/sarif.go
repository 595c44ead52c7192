package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"stet/claims"
)

// sarifSchema and sarifVersion are those of OASIS, Static Analysis Results
// Interchange Format 2.1.0.
const (
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sarifVersion = "2.1.0"
)

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver struct {
		Name           string      `json:"name"`
		InformationURI string      `json:"informationUri,omitempty"`
		Rules          []sarifRule `json:"rules"`
	} `json:"driver"`
}

type sarifRule struct {
	ID      string              `json:"id"`
	Short   *sarifMessage       `json:"shortDescription,omitempty"`
	Full    *sarifMessage       `json:"fullDescription,omitempty"`
	Help    *sarifMessage       `json:"help,omitempty"`
	Default *sarifConfiguration `json:"defaultConfiguration,omitempty"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifResult struct {
	RuleID              string            `json:"ruleId"`
	RuleIndex           int               `json:"ruleIndex"`
	Level               string            `json:"level"`
	Message             sarifMessage      `json:"message"`
	Locations           []sarifLocation   `json:"locations"`
	Related             []sarifLocation   `json:"relatedLocations,omitempty"`
	PartialFingerprints map[string]string `json:"partialFingerprints"`
	Properties          map[string]string `json:"properties,omitempty"`
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	} `json:"physicalLocation"`
	Message *sarifMessage `json:"message,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

// sarifLevels are SARIF's names for the severities, which happen to be ours.
var sarifLevels = map[claims.Severity]string{claims.Error: "error", claims.Warning: "warning", claims.Info: "note"}

// sarifPrinter prints one run with all findings, which it keeps until the rules
// are known that found something: they stand before. Columns count Unicode code
// points; a finding without a place in the draft has only the file. Where a
// finding is about a citation, its source is a related location.
type sarifPrinter struct {
	w     io.Writer
	run   Run
	lines []Line
	told  map[string]bool // the ids of the checks and rules that found something
}

func newSARIF(w io.Writer, r Run) Printer {
	return &sarifPrinter{w: w, run: r, told: map[string]bool{}}
}

func (p *sarifPrinter) Print(r Report) error {
	for _, l := range r.Lines {
		p.told[l.Check] = true
	}
	p.lines = append(p.lines, r.Lines...)
	return nil
}

func (p *sarifPrinter) Close() error {
	described, err := p.run.described()
	if err != nil {
		return err
	}
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver.Name = "stet"
	run.Tool.Driver.Rules = []sarifRule{}
	ids := slices.Sorted(maps.Keys(p.told))
	for _, id := range ids {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, newSARIFRule(id, described))
	}
	log := sarifLog{sarifSchema, sarifVersion, []sarifRun{run}}
	results := listWriter{w: p.w, name: "results", indent: "        "}
	for _, l := range p.lines {
		if err := results.add(log, newSARIFResult(l, slices.Index(ids, l.Check))); err != nil {
			return err
		}
	}
	return results.close(log)
}

// described returns what is known of the checks and rules.
func (r Run) described() ([]Rule, error) {
	if r.Rules == nil {
		return nil, nil
	}
	return r.Rules()
}

// newSARIFRule describes a check or rule, as far as it is known.
func newSARIFRule(id string, among []Rule) sarifRule {
	described := sarifRule{ID: id}
	i := slices.IndexFunc(among, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return described
	}
	rule := among[i]
	described.Short, described.Full = &sarifMessage{rule.Title}, &sarifMessage{cmp.Or(rule.Why, rule.Title)}
	if rule.Help != "" {
		described.Help = &sarifMessage{rule.Help}
	}
	if rule.Worst != "" {
		described.Default = &sarifConfiguration{sarifLevels[rule.Worst]}
	}
	return described
}

func newSARIFResult(l Line, rule int) sarifResult {
	r := sarifResult{
		RuleID: l.Check, RuleIndex: rule, Level: sarifLevels[l.Severity], Message: sarifMessage{l.Message},
		PartialFingerprints: map[string]string{"stet/v1": l.Fingerprint}, Properties: map[string]string{"article": l.Article},
	}
	if l.Claim != "" {
		r.Properties["claim"] = l.Claim
	}
	if l.Source != "" {
		r.Properties["source"] = l.Source
	}
	var at sarifLocation
	at.Physical.Artifact.URI = fileURI(l.File)
	if l.Line > 0 {
		at.Physical.Region = &sarifRegion{l.Line, l.Column}
	}
	r.Locations = []sarifLocation{at}
	if l.Address != "" {
		r.Related = []sarifLocation{evidenceLocation(l)}
	}
	return r
}

// evidenceLocation says where the source lies that a finding is about, and on
// which page.
func evidenceLocation(l Line) sarifLocation {
	var at sarifLocation
	at.Physical.Artifact.URI = sourceURI(l.Address)
	at.Message = &sarifMessage{l.Source}
	if l.Page != "" {
		at.Message.Text += ", p. " + l.Page
	}
	return at
}

// sourceURI returns a source's address as a URI: a web address as it is, but for
// what no URI may hold, or the reference of a file.
func sourceURI(address string) string {
	if u, err := url.Parse(address); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		u.RawQuery = escapeQuery(u.RawQuery)
		return u.String()
	}
	return fileURI(address)
}

// escapeQuery escapes the bytes of a query that no URI may hold (RFC 3986),
// which net/url leaves as they are.
func escapeQuery(query string) string {
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>[\\]^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(query[i])
	}
	return b.String()
}

// fileURI returns a file's name as a URI reference (RFC 3986): relative where
// the name is, and never with what would be a scheme before a colon.
func fileURI(file string) string {
	clean := path.Clean(strings.ReplaceAll(file, `\`, "/"))
	u := url.URL{Path: clean}
	if path.IsAbs(clean) {
		u.Scheme = "file"
	}
	return u.String()
}
