// Package verify tests each claim of a dossier against its evidence. Every
// check is a string or number operation that a person can redo with a finger
// on the page; none of them ever calls a claim true.
package verify

import (
	"context"
	"sync"

	"stet/claims"
	"stet/sources"
)

// Texts opens the text of a snapshot. A text that holds no words is unread. It
// is called by as many at a time as run in parallel.
type Texts func(sources.Digest) (*sources.Text, error)

// Check is one machine test of a claim against its evidence.
type Check struct {
	ID    string
	Title string // what it looks for, in one line
	// claim tests one claim, and article the article as a whole; either may
	// be nil. Where both are there, article speaks of no claim.
	claim   func(*inquiry) []claims.Finding
	article func(*claims.Dossier) []claims.Finding
	Catch   []Example // what it must find
	Spare   []Example // what it must leave alone
}

// Checks lists every check, in the order in which findings are listed.
var Checks = []Check{noCitation, unread, copied, quoteCheck, quotation, number, date, name, wording, redFlag, superlative, absolute, causal, undecided, label, voice, superseded, origin, consistency}

// Options say how the checks are run.
type Options struct {
	Readers string // the version of the readers that made the texts
	// All runs them on every claim. Otherwise what they found on a claim is
	// kept where its words, label, citations and sources are as they were then.
	All bool
	// Parallel is how many claims, or sources, are worked on at a time; 0 stands
	// for one.
	Parallel int
	// Alike tells which sources are one; nil where nothing does.
	Alike Alike
	// Rests tells that one source has it from another; nil where nothing does,
	// and then their links do alone.
	Rests Rests
	// Progress is told how many claims are done, a hundred times at most; it may
	// be nil, and is called by one at a time.
	Progress func(done, all int)
}

// Run runs every check on every claim that is not cut. The findings come in the
// order of the claims, then of the checks; each is the same however many run at
// a time. An error is one of opening a text, or the context's.
func Run(ctx context.Context, d *claims.Dossier, open Texts, o Options) (claims.Verification, error) {
	result := claims.Verification{Basis: Basis(d, o.Readers), Checked: map[string]claims.Checked{}}
	r := &run{dossier: d, options: o, open: open, cites: citesAnything(d)}
	var whole sync.WaitGroup
	whole.Go(func() { result.Findings = onArticle(d) })
	checked, err := r.entries(ctx)
	whole.Wait()
	if err != nil {
		return claims.Verification{}, err
	}
	for _, c := range checked {
		result.Checked[c.claim] = c.Checked
		result.Matches = append(result.Matches, c.matches...)
		result.Findings = append(result.Findings, c.findings...)
	}
	return result, nil
}

// onArticle runs the checks on the article as a whole.
func onArticle(d *claims.Dossier) []claims.Finding {
	var found []claims.Finding
	for _, c := range Checks {
		if c.article != nil {
			found = append(found, stamp(c, c.article(d))...)
		}
	}
	return found
}

// stamp writes the check's id on its findings.
func stamp(c Check, found []claims.Finding) []claims.Finding {
	for i := range found {
		found[i].Check = c.ID
	}
	return found
}
