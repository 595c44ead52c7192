package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"stet/claims"
	"stet/claims/desk"
	"stet/sources/fetch"
)

// runSignAgain lays the claims whose sign-off is void before a person, one
// after the other, and signs those again that the person says yes to.
func runSignAgain(ctx context.Context, env *Env, opts signOptions, slug string) (err error) {
	if opts.verdict != "" || opts.decision != (desk.Decision{}) {
		return claims.Invalidf("--again gives each claim the verdict that it had: leave out --verdict, --to and --note")
	}
	s, err := opts.open(ctx, env, readWrite, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	dossier, void, err := s.desk.Void(ctx, slug)
	if err != nil {
		return err
	}
	a := again{session: s, by: opts.name(env), dossier: dossier, void: void, signed: []claims.SignOff{}, json: opts.json}
	if a.by == "" && len(void) > 0 {
		return noName()
	}
	if err := a.run(ctx, env, opts.yes); err != nil {
		return err
	}
	if opts.json {
		return writeJSON(env.Stdout, map[string]any{"sign_offs": a.signed})
	}
	return nil
}

// again is one run of sign --again.
type again struct {
	*session
	by      string
	dossier *claims.Dossier
	void    []claims.Entry
	signed  []claims.SignOff
	json    bool // only the sign-offs go to standard output
}

func (a *again) run(ctx context.Context, env *Env, yes bool) error {
	switch {
	case len(a.void) == 0:
		return a.say("nothing to sign again: no sign-off of %s is void", a.dossier.Article.Slug)
	case yes:
		return a.sign(ctx, a.void)
	case env.Key == nil:
		for _, e := range a.void {
			if err := a.show(e); err != nil {
				return err
			}
		}
		return &claims.InputError{
			Err:  fmt.Errorf("%s to sign again, and nobody at a terminal to ask", plural(len(a.void), "claim")),
			Hint: "give --yes to sign them all again",
		}
	}
	return a.ask(ctx, env)
}

// ask asks for each claim in turn until all are answered or the person quits.
// What was said yes to is signed at once.
func (a *again) ask(ctx context.Context, env *Env) error {
	for i, e := range a.void {
		if err := a.show(e); err != nil {
			return err
		}
		quit, err := a.answer(ctx, env, e, len(a.void)-i-1)
		if err != nil || quit {
			return err
		}
	}
	return nil
}

// answer asks for one claim until a key is an answer, and reports whether the
// person wants to quit.
func (a *again) answer(ctx context.Context, env *Env, e claims.Entry, left int) (quit bool, err error) {
	for {
		fmt.Fprintf(env.Stderr, "sign it again as %s, %s? [y]es, [n]o, [s]how its evidence, [q]uit (%d more) ", e.SignOff.Verdict, clean(a.by), left)
		key, err := env.Key()
		if err != nil {
			return true, err
		}
		fmt.Fprintln(env.Stderr)
		switch key {
		case 'y', 'Y':
			return false, a.sign(ctx, []claims.Entry{e})
		case 'n', 'N':
			return false, nil
		case 's', 'S':
			if err := a.evidence(e); err != nil {
				return true, err
			}
		case 'q', 'Q', 0x04: // Ctrl-D
			return true, nil
		case 0x03: // Ctrl-C, which sends no signal while keys are read one by one
			return true, context.Canceled
		}
	}
}

// sign signs claims again and says so.
func (a *again) sign(ctx context.Context, entries []claims.Entry) error {
	signed, err := a.desk.SignAgain(ctx, a.by, a.dossier, entries)
	if err != nil {
		return err
	}
	for i, off := range signed {
		if err := a.say("%s %s by %s", a.ref(entries[i]), off.Verdict, clean(off.By)); err != nil {
			return err
		}
	}
	a.signed = append(a.signed, signed...)
	return nil
}

// show prints what was signed beside what is there now.
func (a *again) show(e claims.Entry) error {
	off := e.SignOff
	return a.say("%s  %s by %s, but %s\n  %s\n", a.ref(e), off.Verdict, clean(off.By), clean(off.Void), marked(off.Words, e.Claim.Text, markingOf(a.env)))
}

func (a *again) evidence(e claims.Entry) error {
	return writeOut(a.env, "", func(w io.Writer) error {
		newShownClaim(a.dossier, e, a.env.Now()).write(w)
		_, err := fmt.Fprintln(w)
		return err
	})
}

// say prints a line: to standard error where standard output is for JSON.
func (a *again) say(format string, args ...any) error {
	out := a.env.Stdout
	if a.json {
		out = a.env.Stderr
	}
	_, err := fmt.Fprintf(out, format+"\n", args...)
	return err
}

func (a *again) ref(e claims.Entry) claims.Ref {
	return claims.Ref{Slug: a.dossier.Article.Slug, Number: e.Claim.Number}
}

// keys returns what reads one key from a terminal without waiting for the end
// of the line, or nil where the file is none.
func keys(f *os.File) func() (byte, error) {
	fd := int(f.Fd())
	if !term.IsTerminal(fd) {
		return nil
	}
	return func() (key byte, err error) {
		before, err := term.MakeRaw(fd)
		if err != nil {
			return 0, fmt.Errorf("read a key: %w", err)
		}
		defer func() { err = errors.Join(err, term.Restore(fd, before)) }()
		var b [1]byte
		if _, err := io.ReadFull(f, b[:]); err != nil {
			return 0, fmt.Errorf("read a key: %w", err)
		}
		return b[0], nil
	}
}
