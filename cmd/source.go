package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources"
	"stet/sources/fetch"
)

func newSourceCmd(env *Env, g *global) *cobra.Command {
	return parent("source", "Add, edit, list, show, read, capture or check sources",
		`Keep the sources of the ledger: web pages, files, and what is held elsewhere.`,
		`  stet source add https://example.com/statement --kind statement
  stet source text S-0004 --page 3`,
		newSourceAddCmd(env, g), newSourceEditCmd(env, g), newSourceListCmd(env, g), newSourceShowCmd(env, g), newSourceTextCmd(env, g),
		newSourceCaptureCmd(env, g), newSourceArchiveCmd(env, g), newSourceAttachCmd(env, g), newSourceOriginsCmd(env, g), newSourceCheckCmd(env, g))
}

type sourceAddOptions struct {
	*global
	flags sourceFlags
	held  bool
	json  bool
	fetch fetchFlags
}

func newSourceAddCmd(env *Env, g *global) *cobra.Command {
	opts := sourceAddOptions{global: g}
	c := &cobra.Command{
		Use:   "add ADDRESS",
		Short: "Add a source and capture it",
		Long: `Add a web page or a file as a source and capture it. With --held, ADDRESS is
what you call something held elsewhere: a call, notes, a book.`,
		Example: `  stet source add filings/complaint.pdf --alias complaint
  stet source add "tel., Dana Scott, 3 May" --held --kind call`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runSourceAdd(c.Context(), env, opts, args[0]) },
	}
	f := c.Flags()
	opts.flags.add(f)
	f.BoolVar(&opts.held, "held", false, "it is held elsewhere: there is nothing to capture")
	f.BoolVar(&opts.json, "json", false, "print the source as one JSON object")
	opts.fetch.add(c)
	return c
}

func runSourceAdd(ctx context.Context, env *Env, opts sourceAddOptions, address string) (err error) {
	if err := opts.flags.parse(); err != nil {
		return err
	}
	source := opts.flags.source
	fetching, err := opts.fetch.options()
	if err != nil {
		return err
	}
	s, err := opts.open(ctx, env, create, fetching)
	if err != nil {
		return err
	}
	defer s.close(&err)
	if err := opts.fetch.ocr.apply(s); err != nil {
		return err
	}
	switch {
	case opts.held:
		source.Held = address
	case sources.IsURL(address):
		source.Address = address
	default:
		if source.Address, err = s.address(address); err != nil {
			return err
		}
	}
	added, err := s.desk.AddSource(ctx, source)
	if err != nil {
		return err
	}
	s.done()
	if opts.json {
		return writeJSON(env.Stdout, newSourceRecord(added))
	}
	return say(env, "%s %s: %s", added.Source.Code(), clean(added.Source.Name()), clean(captureLine(added)))
}

// sourceRecord is a source as it is printed.
type sourceRecord struct {
	Code      string            `json:"source"`
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	Alias     string            `json:"alias,omitempty"`
	Address   string            `json:"address,omitempty"`
	Held      string            `json:"held,omitempty"`
	Kind      sources.Kind      `json:"kind"`
	Title     string            `json:"title"`
	Publisher string            `json:"publisher"`
	Author    string            `json:"author"`
	Date      string            `json:"date"`
	Snapshot  sources.Digest    `json:"snapshot,omitempty"`
	Via       sources.Via       `json:"via,omitempty"` // how the snapshot was got
	Within    string            `json:"within,omitempty"`
	Last      *sources.Capture  `json:"last_capture,omitempty"`
	Captures  []sources.Capture `json:"captures,omitempty"`
}

func newSourceRecord(e claims.Evidence) sourceRecord {
	s := e.Source
	return sourceRecord{
		Code: s.Code(), ID: s.ID, Name: s.Name(), Alias: s.Alias, Address: s.Address, Held: s.Held, Kind: s.Kind,
		Title: s.Title, Publisher: s.Publisher, Author: s.Author, Date: s.Date, Snapshot: e.Snapshot, Via: e.Via, Within: s.Within, Last: e.Last,
	}
}

func captureLine(e claims.Evidence) string {
	switch {
	case e.Source.IsHeld():
		return "held elsewhere"
	case e.Last == nil:
		return "not captured"
	case e.Last.Reason != "":
		return fmt.Sprintf("%s (%s)", e.Last.State, e.Last.Reason)
	}
	return string(e.Last.State)
}

type sourceListOptions struct {
	*global
	format listFormat
}

func newSourceListCmd(env *Env, g *global) *cobra.Command {
	opts := sourceListOptions{global: g}
	c := &cobra.Command{
		Use: "list", Short: "List the sources of the ledger",
		Example: `  stet source list --json`,
		Args:    args(cobra.NoArgs),
		RunE:    func(c *cobra.Command, _ []string) error { return runSourceList(c.Context(), env, opts) },
	}
	opts.format.add(c, "table", "json", "ndjson")
	return c
}

func runSourceList(ctx context.Context, env *Env, opts sourceListOptions) (err error) {
	if err := opts.format.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	all, err := s.ledger.Sources(ctx)
	if err != nil {
		return err
	}
	out := newListing(env, opts.format.name, "sources", []column{
		{title: "source"}, {title: "kind"}, {title: "capture"}, {title: "name", wide: true}, {title: "title", wide: true},
	})
	for _, e := range all {
		if err := out.add(newSourceRecord(e), e.Source.Code(), string(e.Source.Kind), captureState(e), e.Source.Name(), e.Source.Title); err != nil {
			return err
		}
	}
	return out.close()
}

// captureState says in a word or two what is kept of a source.
func captureState(e claims.Evidence) string {
	state := "not captured"
	switch {
	case e.Source.IsHeld():
		state = "held elsewhere"
	case e.Last != nil:
		state = string(e.Last.State)
	}
	if e.Via != sources.Live {
		state += ", " + string(e.Via) + " copy"
	}
	return state
}

type sourceShowOptions struct {
	*global
	json bool
}

func newSourceShowCmd(env *Env, g *global) *cobra.Command {
	opts := sourceShowOptions{global: g}
	c := &cobra.Command{
		Use: "show SOURCE", Short: "Show a source and every attempt to capture it",
		Example: `  stet source show complaint`,
		Args:    args(cobra.ExactArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return runSourceShow(c.Context(), env, opts, args[0]) },
	}
	c.Flags().BoolVar(&opts.json, "json", false, "print it as one JSON object")
	return c
}

func runSourceShow(ctx context.Context, env *Env, opts sourceShowOptions, name string) (err error) {
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	e, err := s.source(ctx, name)
	if err != nil {
		return err
	}
	rec := newSourceRecord(e)
	if rec.Captures, err = s.ledger.Captures(ctx, e.Source.ID); err != nil {
		return err
	}
	if opts.json {
		return writeJSON(env.Stdout, rec)
	}
	return writeOut(env, "", func(w io.Writer) error { showSource(w, rec); return nil })
}

func showSource(w io.Writer, r sourceRecord) {
	fmt.Fprintf(w, "%s  %s\n\n", r.Code, clean(r.Name))
	for _, field := range [][2]string{
		{"alias", r.Alias}, {"address", r.Address}, {"held", r.Held}, {"kind", string(r.Kind)}, {"title", r.Title},
		{"publisher", r.Publisher}, {"author", r.Author}, {"date", r.Date}, {"snapshot", r.Snapshot.Short()},
	} {
		if field[1] != "" {
			fmt.Fprintf(w, "  %-10s%s\n", field[0], clean(field[1]))
		}
	}
	if len(r.Captures) > 0 {
		fmt.Fprintln(w)
	}
	for _, c := range r.Captures {
		fmt.Fprintf(w, "  %s  %s", c.At.UTC().Format("2006-01-02 15:04"), c.State)
		if c.Status != 0 {
			fmt.Fprintf(w, " %d", c.Status)
		}
		if c.Snapshot != "" {
			fmt.Fprintf(w, " %s", c.Snapshot.Short())
		}
		if c.Via == sources.Archived && c.Snapshot != "" {
			fmt.Fprintf(w, " archived copy of %s", c.MementoAt.UTC().Format("2 January 2006"))
		}
		if c.Reason != "" {
			fmt.Fprintf(w, " (%s)", clean(c.Reason))
		}
		fmt.Fprintln(w)
	}
}

// source finds a source by what a person calls it: number, alias, address, a
// file's path from where they stand, or the name by which findings call it,
// where only one has it.
func (s *session) source(ctx context.Context, name string) (claims.Evidence, error) {
	e, err := s.ledger.Source(ctx, name)
	if !errors.Is(err, claims.ErrNotFound) {
		return e, err
	}
	if address, addressErr := s.address(name); addressErr == nil {
		if e, err := s.ledger.Source(ctx, address); err == nil {
			return e, nil
		}
	}
	all, listErr := s.ledger.Sources(ctx)
	if listErr != nil {
		return e, listErr
	}
	var named []claims.Evidence
	var codes []string
	for _, candidate := range all {
		if candidate.Source.Name() == name || path.Base(candidate.Source.Address) == name {
			named, codes = append(named, candidate), append(codes, candidate.Source.Code())
		}
	}
	switch len(named) {
	case 0:
		return e, &claims.InputError{Err: err, Hint: "stet source list shows what there is"}
	case 1:
		return named[0], nil
	}
	return e, claims.Invalidf("several sources are called %s: say which: %s", name, strings.Join(codes, ", "))
}
