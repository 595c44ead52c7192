package cmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"stet/claims"
	"stet/claims/search"
	"stet/store"
)

// indexed is an open ledger with the index of its words.
type indexed struct {
	*search.Index
	env    *Env
	ledger *store.Ledger
	tables *store.Index
}

// openIndexed opens the ledger to be searched. It is written to only to keep
// its index, so that one which cannot be is searched all the same.
func (g *global) openIndexed(ctx context.Context, env *Env) (*indexed, error) {
	ledger, err := openLedger(ctx, g.path(env), store.Options{Clock: env.Now})
	if errors.Is(err, store.ErrReadOnly) {
		ledger, err = openLedger(ctx, g.path(env), store.Options{ReadOnly: true, Clock: env.Now})
	}
	if err != nil {
		return nil, err
	}
	tables, err := ledger.OpenIndex(ctx)
	if err != nil {
		return nil, errors.Join(err, ledger.Close())
	}
	x := &indexed{Index: search.New(tables), env: env, ledger: ledger, tables: tables}
	x.Progress, x.Unwritable = progress(env), x.unwritable
	return x, nil
}

func (x *indexed) close(err *error) {
	*err = errors.Join(*err, x.tables.Close(), x.ledger.Close())
}

// update brings kinds of text up to date.
func (x *indexed) update(ctx context.Context, kinds ...claims.Indexed) error {
	if err := x.Update(ctx, kinds...); err != nil {
		return err
	}
	if x.env.Chatty {
		fmt.Fprint(x.env.Stderr, "\r\x1b[K")
	}
	return nil
}

// unwritable says that an index could not be kept: the answer is whole, but the
// next one will take as long.
func (x *indexed) unwritable(of claims.Indexed, texts int, err error) {
	tellAside(x.env, "%d new %s were indexed for this answer only: %v", texts, of, err)
}

// tellAside says something of the answer on standard error.
func tellAside(env *Env, format string, args ...any) {
	fmt.Fprintf(env.Stderr, "stet: %s\n", clean(fmt.Sprintf(format, args...)))
}

// emphasis is how the words found are marked on a terminal: bold and
// underlined. It is nothing where output is piped, or no colour is wanted.
func emphasis(env *Env) (on, off string) {
	if env.Width == 0 || env.Getenv("NO_COLOR") != "" {
		return "", ""
	}
	return "\x1b[1;4m", "\x1b[0m"
}

// emphasised folds text into indented lines of at most a terminal's columns,
// with its marks between on and off.
func emphasised(env *Env, text string, marks []claims.Span, indent int) string {
	on, off := emphasis(env)
	var b strings.Builder
	margin, column := strings.Repeat(" ", indent), 0
	for at := 0; ; {
		start := at + strings.IndexFunc(text[at:]+"x", notSpace)
		if start == len(text) {
			return b.String()
		}
		end := start + len(strings.FieldsFunc(text[start:], func(r rune) bool { return !notSpace(r) })[0])
		width := displaywidth.String(clean(text[start:end]))
		switch {
		case column == 0:
			b.WriteString(margin)
			column = indent
		case column+1+width > max(env.Width, 40):
			b.WriteString("\n" + margin)
			column = indent
		default:
			b.WriteByte(' ')
			column++
		}
		column += width
		for _, m := range marks {
			if from, to := max(m.Start, start), min(m.End, end); from < to {
				b.WriteString(clean(text[start:from]) + on + clean(text[from:to]) + off)
				start = to
			}
		}
		b.WriteString(clean(text[start:end]))
		at = end
	}
}

// verdictOf returns a claim's verdict as it holds, and of one that is void why
// it is.
func verdictOf(s *claims.SignOff) (verdict, void string) {
	switch {
	case s == nil:
		return claims.Open.String(), ""
	case s.Holds():
		return s.Verdict.String(), ""
	}
	return claims.Open.String(), s.Verdict.String() + " is void: " + s.Void
}

// standing tells a claim's verdict to people.
func standing(c claims.SearchedClaim) string {
	verdict, void := verdictOf(c.SignOff)
	if void != "" {
		verdict += " (" + void + ")"
	}
	if c.SignOff != nil {
		verdict += ", " + c.SignOff.At.Format("2 January 2006") + ", " + c.SignOff.By
	}
	if c.Cut {
		verdict += ", no longer in the draft"
	}
	return verdict
}
