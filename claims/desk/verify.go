package desk

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"stet/claims"
	"stet/claims/audit"
	"stet/claims/revise"
	"stet/claims/verify"
	"stet/sources"
)

// Verify runs every check on the article, stores what was found where it
// differs from what was stored, and returns the article as it now stands, with
// what was found on just that. Where somebody changes the article meanwhile it
// runs them again; where that doesn't end, the error is claims.ErrConflict.
//
// Claims that are as they were when the checks last ran keep what was found on
// them then, and an article that is as it was is only read, unless all is set.
func (d *Desk) Verify(ctx context.Context, slug string, all bool) (*claims.Dossier, error) {
	anew := all || d.OCR
	for range attempts + 1 {
		dossier, err := d.Ledger.Dossier(ctx, slug)
		if err != nil || !anew && d.isVerified(dossier) {
			return dossier, err
		}
		same, err := d.verifyOnce(ctx, dossier, all)
		switch {
		case errors.Is(err, claims.ErrConflict):
			continue
		case err != nil:
			return nil, err
		case same:
			return dossier, nil // what it holds was found on the same
		}
		anew = false
	}
	return nil, fmt.Errorf("verify %s: %w", slug, claims.ErrConflict)
}

// isVerified reports whether the checks last ran on just what a dossier holds, so
// that they would find the same.
func (d *Desk) isVerified(dossier *claims.Dossier) bool {
	return dossier.Basis != "" && dossier.Basis == verify.Basis(dossier, d.ReaderVersion)
}

// verifyOnce runs the checks on a dossier and stores what they find. It reports
// whether the dossier holds that already.
func (d *Desk) verifyOnce(ctx context.Context, dossier *claims.Dossier, all bool) (same bool, err error) {
	slug := dossier.Article.Slug
	o := verify.Options{Readers: d.ReaderVersion, All: all || d.OCR, Parallel: runtime.GOMAXPROCS(0), Alike: d.Alike, Rests: d.Rests}
	if d.Progress != nil {
		o.Progress = func(done, of int) { d.Progress(fmt.Sprintf("checking %s: %d of %d claims", slug, done, of)) }
	}
	open := func(digest sources.Digest) (*sources.Text, error) { return d.Text(ctx, digest) }
	result, err := verify.Run(ctx, dossier, open, o)
	if err != nil {
		return false, err
	}
	changed, err := d.Ledger.PutVerification(ctx, dossier.Article.ID, result)
	return !changed && dossier.Basis == result.Basis, err
}

// Audit returns an article, as Ledger.Audited reads it, with what the checks
// found, as stored, and what the rules find now, the newsroom's own among them,
// at the severities of the stage and the policy.
func (d *Desk) Audit(ctx context.Context, slug string, stage audit.Stage) (dossier *claims.Dossier, found []claims.Finding, err error) {
	rules, err := audit.Rules()
	if err != nil {
		return nil, nil, err
	}
	var ruled []claims.Finding
	err = d.Ledger.Audited(ctx, slug, func(audited *claims.Dossier, query claims.Asking) error {
		dossier = audited
		ruled, err = audit.Run(ctx, query, audited.Article, stage, rules, d.Policy, d.Now())
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	own, err := audit.Run(ctx, d.Ledger.QueryStranger, dossier.Article, stage, d.OwnRules, d.Policy, d.Now())
	if err != nil {
		return nil, nil, err
	}
	ruled = explained(dossier, append(ruled, own...))
	return dossier, slices.Concat(d.Found(dossier, stage), d.Policy.Apply(dossier, ruled, stage, d.Now()), d.Policy.Stray(dossier)), nil
}

// TryRules runs the newsroom's own rules for a stage on no article: one that
// can't be run is an error before anything is changed, and not after.
func (d *Desk) TryRules(ctx context.Context, stage audit.Stage) error {
	_, err := audit.Run(ctx, d.Ledger.QueryStranger, claims.Article{}, stage, d.OwnRules, d.Policy, d.Now())
	return err
}

// explained puts what changed in the place of the ledger's short word for it, in
// what the rule on void sign-offs found.
func explained(dossier *claims.Dossier, found []claims.Finding) []claims.Finding {
	why := map[string]*strings.Replacer{}
	for _, e := range dossier.Entries {
		if e.SignOff != nil && e.SignOff.Void != "" {
			why[e.Claim.ID] = strings.NewReplacer(", but "+e.SignOff.Void+" since", ", but "+revise.Why(dossier, e)+" since")
		}
	}
	for i, f := range found {
		if r := why[f.Claim]; r != nil && f.Check == "void" {
			found[i].Message = r.Replace(f.Message)
		}
	}
	return found
}

// Found returns what the checks found, as stored, at the severities of the stage
// and the policy, those that an editor lets stand as notes, after a warning where
// they have not run on what the ledger holds now.
func (d *Desk) Found(dossier *claims.Dossier, stage audit.Stage) []claims.Finding {
	var found []claims.Finding
	if !d.isVerified(dossier) {
		found = append(found, unverified(dossier))
	}
	found = append(found, dossier.Findings...)
	for _, e := range dossier.Entries {
		found = append(found, e.Findings...)
	}
	return audit.LetStand(dossier, d.Policy.Apply(dossier, audit.AtStage(dossier, found, stage), stage, d.Now()))
}

func unverified(dossier *claims.Dossier) claims.Finding {
	f := claims.Finding{Check: "unverified", Severity: claims.Warning, Outcome: claims.Unread,
		Message: "claims or sources have changed since the checks last ran: run stet verify"}
	if dossier.Basis == "" {
		f.Message = "the checks have not run yet: run stet verify"
	}
	return f
}

func isNotFound(err error) bool { return errors.Is(err, claims.ErrNotFound) }
