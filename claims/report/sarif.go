package report

import (
	"io"
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
	ID string `json:"id"`
}

type sarifResult struct {
	RuleID              string            `json:"ruleId"`
	RuleIndex           int               `json:"ruleIndex"`
	Level               string            `json:"level"`
	Message             sarifMessage      `json:"message"`
	Locations           []sarifLocation   `json:"locations"`
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
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

// sarifLevels are SARIF's names for the severities, which happen to be ours.
var sarifLevels = map[claims.Severity]string{claims.Error: "error", claims.Warning: "warning", claims.Info: "note"}

// writeSARIF prints one run with all findings. Columns count Unicode code
// points; a finding without a place in the draft has only the file.
func writeSARIF(w io.Writer, reports []Report) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver.Name = "stet"
	lines := allLines(reports)
	var ids []string
	for _, l := range lines {
		ids = append(ids, l.Check)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	run.Tool.Driver.Rules = make([]sarifRule, len(ids))
	for i, id := range ids {
		run.Tool.Driver.Rules[i].ID = id
	}
	for _, l := range lines {
		run.Results = append(run.Results, newSARIF(l, slices.Index(ids, l.Check)))
	}
	return encode(w, sarifLog{sarifSchema, sarifVersion, []sarifRun{run}}, "  ")
}

func newSARIF(l Line, rule int) sarifResult {
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
	return r
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
