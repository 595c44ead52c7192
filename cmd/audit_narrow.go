package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/desk"
)

// maxBaseline bounds a report that a baseline is read from, in bytes.
const maxBaseline = 256 << 20

// narrowing says which findings of an audit are wanted.
type narrowing struct {
	rules    []string // checks or rules; none for all
	baseline string   // a report made earlier, of which nothing is told again
	since    string   // a time, or one of the article's drafts

	known   map[string]bool // the fingerprints of the baseline
	changes desk.Since
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
	if n.changes, err = n.parseSince(env); err != nil || n.baseline == "" {
		return err
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

// parseSince reads a time, or takes what is none for the name of a draft.
func (n *narrowing) parseSince(env *Env) (desk.Since, error) {
	at, err := parseMoment(env, n.since, false)
	switch {
	case err == nil:
		return desk.Since{At: at}, nil
	case isDraftOf(n.since):
		return desk.Since{Draft: n.since}, nil
	}
	return desk.Since{}, claims.Invalidf("--since: %w; or name a draft as stet diff does, by its number or digest", err)
}

// isDraftOf reports whether s could name a draft: by its number, or by at least
// four characters of its digest.
func isDraftOf(s string) bool {
	number := strings.Trim(s, "0123456789") == "" && len(s) < 4
	return s != "" && (number || len(s) >= 4 && strings.Trim(strings.ToLower(s), "0123456789abcdef") == "")
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

// wanted returns the findings that are of a rule asked for, are new, and are of
// claims that changed. What is said of the article as a whole is told always.
func (n *narrowing) wanted(ctx context.Context, d *desk.Desk, dossier *claims.Dossier, found []claims.Finding) ([]claims.Finding, error) {
	var changed map[string]bool
	if !n.changes.IsZero() {
		var err error
		if changed, err = d.ChangedSince(ctx, dossier, n.changes); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(found, func(f claims.Finding) bool {
		return len(n.rules) > 0 && !slices.Contains(n.rules, f.Check) || n.known[f.Fingerprint()] ||
			changed != nil && f.Claim != "" && !changed[f.Claim]
	}), nil
}
