// Package audit tests the ledger itself: whether people have done what a story
// needs before it is published. Each rule is one SQL file over the ledger's
// documented views. Rules never repeat what a check tests; they read what it
// found, so that each fault is printed once.
package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"stet/claims"
)

// Stage says how far the story is, and so how strict an audit is.
type Stage string

// The stages.
const (
	Draft     Stage = "draft"
	Closing   Stage = "closing"
	Published Stage = "published"
)

// Stages lists the stages from the most lenient to the strictest.
var Stages = []Stage{Draft, Closing, Published}

// ParseStage returns the stage that s names. The error lists the valid stages.
func ParseStage(s string) (Stage, error) {
	if stage := Stage(strings.ToLower(s)); slices.Contains(Stages, stage) {
		return stage, nil
	}
	names := make([]string, len(Stages))
	for i, stage := range Stages {
		names[i] = string(stage)
	}
	return "", claims.Invalidf("unknown stage %q (one of: %s)", s, strings.Join(names, ", "))
}

// Run runs those of some rules that the stage, or the policy for it, asks for on
// one article, as of now. The findings come in the order of the rules, then of
// the claims, at the rules' own severities: see Policy.Apply.
func Run(ctx context.Context, query claims.Asking, article claims.Article, stage Stage, rules []Rule, p Policy, now time.Time) ([]claims.Finding, error) {
	var found []claims.Finding
	parameters := p.Parameters(now)
	parameters["article"] = article.ID
	for _, r := range rules {
		if r.Severity[stage] == "" && p.Severities[r.ID][stage] == "" {
			continue
		}
		some, err := r.run(ctx, query, stage, parameters)
		if err != nil {
			return nil, r.fault(err)
		}
		found = append(found, some...)
	}
	return found, nil
}

func (r Rule) run(ctx context.Context, query claims.Asking, stage Stage, parameters map[string]any) ([]claims.Finding, error) {
	var found []claims.Finding
	err := query(ctx, r.Query, parameters, func(columns []string, values []any) error {
		if err := r.checkMessage(columns); err != nil {
			return err
		}
		row := map[string]string{}
		for i, c := range columns {
			row[c] = fmt.Sprint(values[i])
		}
		found = append(found, claims.Finding{
			Check: r.ID, Severity: r.Severity[stage], Claim: row["claim_id"], Citation: row["citation_id"],
			Message: fill(r.Message, row),
		})
		return nil
	})
	return found, err
}

// fill puts the values of a row into a rule's message where it names their
// columns in braces.
func fill(message string, row map[string]string) string {
	for column, value := range row {
		message = strings.ReplaceAll(message, "{"+column+"}", value)
	}
	return message
}

// raised says which notes and warnings of the checks are errors once a story
// closes: by then every fact must be cited, every source read, and it must be
// settled on whose word each claim rests.
var raised = []string{"no-citation", "unread", "undecided"}

// answered are the verdicts by which a person answers for a claim: what no check
// could look at, that person did.
var answered = []claims.Verdict{claims.Confirmed, claims.OnAuthor, claims.Stet}

// AtStage returns the findings at the severities of the stage. What could not be
// looked at is an error from closing on, unless a person answers for the claim.
func AtStage(d *claims.Dossier, found []claims.Finding, stage Stage) []claims.Finding {
	if stage == Draft {
		return found
	}
	isAnswered := map[string]bool{}
	for _, e := range d.Entries {
		isAnswered[e.Claim.ID] = e.SignOff.Holds() && slices.Contains(answered, e.SignOff.Verdict)
	}
	found = slices.Clone(found)
	for i, f := range found {
		isUnlooked := f.Check == "no-citation" || f.Outcome == claims.Unread
		if (slices.Contains(raised, f.Check) || isUnlooked) && !(isUnlooked && isAnswered[f.Claim]) {
			found[i].Severity = claims.Error
		}
	}
	return found
}

// LetStand returns the findings of checks with those as notes that an editor lets
// stand: on claims whose verdict in force is stet. Each says who does, and why.
func LetStand(d *claims.Dossier, found []claims.Finding) []claims.Finding {
	by := map[string]*claims.SignOff{}
	for _, e := range d.Entries {
		if e.SignOff.Holds() && e.SignOff.Verdict == claims.Stet {
			by[e.Claim.ID] = e.SignOff
		}
	}
	found = slices.Clone(found)
	for i, f := range found {
		if s := by[f.Claim]; s != nil {
			found[i] = f.Answered(fmt.Sprintf("let stand by %s (%s)", s.By, s.Note))
		}
	}
	return found
}
