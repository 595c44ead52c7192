package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"stet/claims"
	"stet/claims/revise"
	"stet/sources"
)

// Edition is an article under one of its drafts. A draft that took the place
// of another twice makes two.
type Edition struct {
	Number int            `json:"number"` // from 1, as imported
	Draft  sources.Digest `json:"draft"`
	At     time.Time      `json:"at"` // when it was imported
	By     string         `json:"by"`
	end    int            // how many of the article's events there were when the next one was imported
}

// Diff is what became of an article's claims from one draft to a later one.
type Diff struct {
	Article  string
	Old, New Edition
	Turns    []revise.Turn
	// Again is what a checker looks at first: the claims of the later draft
	// that nobody has signed off as they are, because of what happened since.
	Again []Recheck
}

// Recheck is a claim that needs checking, again or for the first time.
type Recheck struct {
	revise.Turn
	SignOff *claims.SignOff // the last one, which is void; nil where there was none
	Why     string          // in a few words, never empty
}

// Diff compares two drafts of an article, each named by its number among the
// article's drafts or by at least four characters of its digest. Where only
// one is named it is compared with the last, and where none is, the last two
// are compared. The claims are taken as the ledger had them at the end of each
// draft's time, from its history: never by finding them again, which a later
// version of the program might do otherwise.
func (d *Desk) Diff(ctx context.Context, slug string, names ...string) (Diff, error) {
	var events []claims.Event
	err := d.Ledger.History(ctx, slug, 0, func(e claims.Event) error {
		events = append(events, e)
		return nil
	})
	if err != nil {
		return Diff{}, err
	}
	editions, err := editionsOf(events)
	if err != nil {
		return Diff{}, err
	}
	old, now, err := chosen(slug, editions, names)
	if err != nil {
		return Diff{}, err
	}
	diff := Diff{Article: slug, Old: editions[old], New: editions[now]}
	return diff, d.compare(ctx, &diff, events, now == len(editions)-1)
}

// editionsOf returns an article's editions by its history.
func editionsOf(events []claims.Event) ([]Edition, error) {
	var editions []Edition
	for i, e := range events {
		if e.Table != "article" {
			continue
		}
		var a claims.Article
		if err := json.Unmarshal(e.Row, &a); err != nil {
			return nil, fmt.Errorf("event %d: %w", e.Seq, err)
		}
		n := len(editions)
		if a.Draft == "" || n > 0 && editions[n-1].Draft == a.Draft {
			continue
		}
		if n > 0 {
			editions[n-1].end = i // within a change the article comes before its claims
		}
		editions = append(editions, Edition{Number: n + 1, Draft: a.Draft, At: e.At, By: e.By, end: len(events)})
	}
	return editions, nil
}

// chosen returns the indices of the editions that are to be compared.
func chosen(slug string, editions []Edition, names []string) (old, now int, err error) {
	now = len(editions) - 1
	if now < 1 {
		return 0, 0, claims.Invalidf("%s has had one draft only: there is nothing to compare it with", slug)
	}
	old = now - 1
	if len(names) > 0 {
		if old, err = editionNamed(slug, editions, names[0]); err != nil {
			return 0, 0, err
		}
	}
	if len(names) > 1 {
		if now, err = editionNamed(slug, editions, names[1]); err != nil {
			return 0, 0, err
		}
	}
	if old >= now {
		return 0, 0, claims.Invalidf("draft %d is not earlier than draft %d: name the earlier one first", old+1, now+1)
	}
	return old, now, nil
}

// editionNamed returns the index of the edition that a number or the beginning
// of a digest names; of a draft that came back, the last.
func editionNamed(slug string, editions []Edition, name string) (int, error) {
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(editions) {
		return n - 1, nil
	}
	found := -1
	for i, e := range editions {
		if len(name) < 4 || !strings.HasPrefix(string(e.Draft), strings.ToLower(name)) {
			continue
		}
		if found >= 0 && editions[found].Draft != e.Draft {
			return 0, claims.Invalidf("%q names more than one draft of %s: give more of it", name, slug)
		}
		found = i
	}
	if found < 0 {
		return 0, claims.Invalidf("%s has no draft %q: it has had %d, numbered from 1", slug, name, len(editions))
	}
	return found, nil
}

// state is what an article's history comes to at one moment.
type state struct {
	claims   map[string]claims.Claim
	signOffs map[string]claims.SignOff // the newest by claim
	parts    []claims.Part
}

func replay(events []claims.Event) (state, error) {
	s := state{claims: map[string]claims.Claim{}, signOffs: map[string]claims.SignOff{}}
	for _, e := range events {
		if err := s.apply(e); err != nil {
			return s, fmt.Errorf("event %d: %w", e.Seq, err)
		}
	}
	return s, nil
}

func (s *state) apply(e claims.Event) error {
	switch e.Table {
	case "claim":
		var c claims.Claim
		err := json.Unmarshal(e.Row, &c)
		s.claims[c.ID] = c
		return err
	case "signoff":
		var off claims.SignOff
		err := json.Unmarshal(e.Row, &off)
		s.signOffs[off.Claim] = off
		return err
	case "part":
		var p claims.Part
		err := json.Unmarshal(e.Row, &p)
		s.parts = append(s.parts, p)
		return err
	}
	return nil
}

func (s *state) list() []claims.Claim {
	var all []claims.Claim
	for _, c := range s.claims {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b claims.Claim) int { return cmp.Compare(a.Number, b.Number) })
	return all
}

// compare fills in a diff.
func (d *Desk) compare(ctx context.Context, diff *Diff, events []claims.Event, isLast bool) error {
	was, err := replay(events[:diff.Old.end])
	if err != nil {
		return err
	}
	is, err := replay(events[:diff.New.end])
	if err != nil {
		return err
	}
	diff.Turns = revise.Compare(was.list(), is.list(), is.parts[len(was.parts):])
	void := func(c claims.Claim) *claims.SignOff { return is.void(c) }
	if isLast {
		if void, err = d.voidNow(ctx, diff.Article); err != nil {
			return err
		}
	}
	diff.Again = again(diff.Turns, void, is.signOffs)
	return nil
}

// void returns a claim's last sign-off as of then, if its words are not those
// signed any more. Whether its evidence was, no history tells.
func (s *state) void(c claims.Claim) *claims.SignOff {
	off, ok := s.signOffs[c.ID]
	if off.Lapsed != "" {
		off.Void = off.Lapsed
		return &off
	}
	if !ok || claims.FoldWords(off.Words) == claims.FoldWords(c.Text) || off.IsMetBy(c.Text) {
		return nil
	}
	off.Void = revise.Reason(off.Words, c.Text)
	return &off
}

// voidNow returns what tells a claim's void sign-off as the ledger has it now.
func (d *Desk) voidNow(ctx context.Context, slug string) (func(claims.Claim) *claims.SignOff, error) {
	dossier, err := d.Ledger.Dossier(ctx, slug)
	if err != nil {
		return nil, err
	}
	revise.Explain(dossier)
	void := map[string]*claims.SignOff{}
	for _, e := range dossier.Entries {
		if e.SignOff != nil && !e.SignOff.Holds() {
			void[e.Claim.ID] = e.SignOff
		}
	}
	return func(c claims.Claim) *claims.SignOff { return void[c.ID] }, nil
}

// again lists what needs checking: claims with a void sign-off first, then
// edited ones that nobody has signed, then new ones.
func again(turns []revise.Turn, void func(claims.Claim) *claims.SignOff, signed map[string]claims.SignOff) []Recheck {
	var voided, edited, fresh []Recheck
	for _, t := range turns {
		_, isSigned := signed[t.Claim.ID]
		off := void(t.Claim)
		switch {
		case t.Kind == revise.Cut:
		case off != nil:
			voided = append(voided, Recheck{Turn: t, SignOff: off, Why: off.Void})
		case isSigned:
		case t.Kind == revise.New:
			fresh = append(fresh, Recheck{Turn: t, Why: cmp.Or(t.Note, "new")})
		case t.Kind.HasNewWords():
			edited = append(edited, Recheck{Turn: t, Why: cmp.Or(t.Note, revise.Reason(t.Old, t.New))})
		}
	}
	return slices.Concat(voided, edited, fresh)
}
