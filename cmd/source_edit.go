package cmd

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stet/claims"
	"stet/sources"
	"stet/sources/fetch"
)

// sourceFlags say what a person knows of a source, better than its document
// does.
type sourceFlags struct {
	source sources.Source
	kind   string
}

func (f *sourceFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.source.Alias, "alias", "", "a short name, by which footnotes can cite it")
	flags.StringVar(&f.kind, "kind", "", "one of: "+names(sources.Kinds)+" (default: guessed)")
	flags.StringVar(&f.source.Title, "title", "", "its title (default: as the document says)")
	flags.StringVar(&f.source.Publisher, "publisher", "", "who published it (default: as the document says)")
	flags.StringVar(&f.source.Author, "author", "", "who wrote or said it (default: as the document says)")
	flags.StringVar(&f.source.Date, "date", "", "its date (default: as the document says)")
}

// parse checks the kind; one that a person gives is guessed no more.
func (f *sourceFlags) parse() (err error) {
	if f.kind == "" {
		return nil
	}
	f.source.KindSet = true
	if f.source.Kind, err = sources.ParseKind(f.kind); err != nil {
		return claims.Invalidf("%w", err)
	}
	return nil
}

type sourceEditOptions struct {
	*global
	flags sourceFlags
	given func(name string) bool
}

func newSourceEditCmd(env *Env, g *global) *cobra.Command {
	opts := sourceEditOptions{global: g}
	c := &cobra.Command{
		Use:   "edit SOURCE",
		Short: "Say what a source is, where the guess was wrong",
		Long: `Say what kind a source is, who published it, what to call it. What a person says
of a source no capture changes. An empty value is known no more.`,
		Example: `  stet source edit S-0004 --kind "court filing"
  stet source edit S-0002 --publisher "Circuit Weekly" --alias circuit`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			opts.given = c.Flags().Changed
			return runSourceEdit(c.Context(), env, opts, args[0])
		},
	}
	opts.flags.add(c.Flags())
	return c
}

func runSourceEdit(ctx context.Context, env *Env, opts sourceEditOptions, name string) (err error) {
	if err := opts.flags.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readWrite, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	e, err := s.source(ctx, name)
	if err != nil {
		return err
	}
	edited, err := s.desk.EditSource(ctx, e.Source.ID, opts.apply)
	if err != nil {
		return err
	}
	return say(env, "%s %s edited", edited.Source.Code(), clean(edited.Source.Name()))
}

// apply changes what flags were given for.
func (o *sourceEditOptions) apply(s *sources.Source) {
	said := o.flags.source
	for _, field := range []struct {
		flag string
		to   *string
		from string
	}{
		{"alias", &s.Alias, said.Alias}, {"title", &s.Title, said.Title}, {"publisher", &s.Publisher, said.Publisher},
		{"author", &s.Author, said.Author}, {"date", &s.Date, said.Date},
	} {
		if o.given(field.flag) {
			*field.to = field.from
		}
	}
	if o.given("kind") {
		s.Kind, s.KindSet = said.Kind, said.KindSet
	}
}
