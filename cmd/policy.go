package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"stet/claims"
	"stet/claims/audit"
	"stet/claims/verify"
)

// policyFile is the name of the policy, which lies beside the ledger.
const policyFile = "stet.yaml"

// readPolicy reads the policy beside the ledger, if there is one, and the
// newsroom's own rules from the folder that it names, or from the one given.
func readPolicy(dir, rules string) (audit.Policy, []audit.Rule, error) {
	known, err := knownRules()
	if err != nil {
		return audit.Policy{}, nil, err
	}
	policy, err := parsePolicy(dir)
	if err != nil {
		return audit.Policy{}, nil, err
	}
	folder := rules
	if folder == "" && policy.Rules != "" {
		folder = filepath.Join(dir, filepath.FromSlash(policy.Rules))
	}
	var own []audit.Rule
	if folder != "" {
		if own, err = audit.OwnRules(os.DirFS(folder), filepath.ToSlash(filepath.Clean(folder)), known); err != nil {
			return audit.Policy{}, nil, err
		}
	}
	for _, r := range own {
		known = append(known, r.ID)
	}
	return policy, own, policy.Check(known)
}

func parsePolicy(dir string) (audit.Policy, error) {
	text, err := os.ReadFile(filepath.Join(dir, policyFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return audit.Policy{}, nil
	case err != nil:
		return audit.Policy{}, claims.Invalidf("%s: %w", policyFile, err)
	}
	return audit.ParsePolicy(policyFile, text)
}

// knownRules returns the ids of the checks and the built-in rules.
func knownRules() ([]string, error) {
	rules, err := audit.Rules()
	if err != nil {
		return nil, err
	}
	known := []string{"unverified"}
	for _, c := range verify.Checks {
		known = append(known, c.ID)
	}
	for _, r := range rules {
		known = append(known, r.ID)
	}
	return known, nil
}
