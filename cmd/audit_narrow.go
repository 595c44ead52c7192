package cmd

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
)

// maxBaseline bounds a report that a baseline is read from, in bytes.
const maxBaseline = 256 << 20

// narrowing says which findings of an audit are wanted.
type narrowing struct {
	rules    []string // checks or rules; none for all
	baseline string   // a report made earlier, of which nothing is told again

	known map[string]bool // the fingerprints of that
}

// read tests the names given and reads the baseline.
func (n *narrowing) read(env *Env, own []string) error {
	known, err := knownRules()
	if err != nil {
		return err
	}
	known = append(known, own...)
	for _, r := range n.rules {
		if !slices.Contains(known, r) {
			return claims.Invalidf("there is no check or rule %q (one of: %s)", r, strings.Join(known, ", "))
		}
	}
	if n.baseline == "" {
		return nil
	}
	text, err := readInput(env, n.baseline, maxBaseline)
	if err != nil {
		return err
	}
	if n.known, err = fingerprints(text); err != nil {
		return claims.Invalidf("%s is no report that stet printed as json or ndjson: %w", n.baseline, err)
	}
	return nil
}

// fingerprints reads those of a report: one object with its findings, or one
// finding a line.
func fingerprints(text []byte) (map[string]bool, error) {
	type told struct {
		Fingerprint string `json:"fingerprint"`
	}
	known := map[string]bool{}
	decoder := json.NewDecoder(bytes.NewReader(text))
	for decoder.More() {
		var one struct {
			told
			Findings []told `json:"findings"`
			Format   string `json:"format"`
		}
		if err := decoder.Decode(&one); err != nil {
			return nil, err
		}
		if one.Fingerprint == "" && one.Format == "" {
			return nil, fmt.Errorf("it has no findings")
		}
		for _, f := range append(one.Findings, one.told) {
			known[f.Fingerprint] = true
		}
	}
	return known, nil
}

// wanted returns the findings that are of a rule asked for and are new.
func (n *narrowing) wanted(found []claims.Finding) []claims.Finding {
	return slices.DeleteFunc(found, func(f claims.Finding) bool {
		return len(n.rules) > 0 && !slices.Contains(n.rules, f.Check) || n.known[f.Fingerprint()]
	})
}
