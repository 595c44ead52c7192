package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/export"
	"stet/sources/fetch"
)

type queryOptions struct {
	*global
	to   string
	json bool
}

func newQueryCmd(env *Env, g *global) *cobra.Command {
	opts := queryOptions{global: g}
	c := &cobra.Command{
		Use:   "query CLAIM QUESTION",
		Short: "Ask a claim's author a question, and record the answer",
		Long: `Put a question about a claim to the article's author, or to somebody else. It is
open until query answer records what they said; at closing an open one is an
error. Queries hang on the claim, whatever becomes of its words; those of a
claim that is merged into another go with it.`,
		Example: `  stet query azure-deal#3 "Where does the figure come from?"
  stet query azure-deal#3 "Since when?" --to "Corvane Labs"
  stet query list azure-deal --open`,
		Args: args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			return runQuery(c.Context(), env, opts, args[0], args[1])
		},
	}
	c.Flags().StringVar(&opts.to, "to", "", "whom it is put to (default: the article's author)")
	c.Flags().BoolVar(&opts.json, "json", false, "print the query as one JSON object")
	c.AddCommand(newQueryAnswerCmd(env, g), newQueryListCmd(env, g))
	return c
}

func runQuery(ctx context.Context, env *Env, opts queryOptions, arg, question string) error {
	ref, err := claims.ParseRef(arg)
	if err != nil {
		return err
	}
	return opts.atDesk(ctx, env, func(s *session) error {
		asked, err := s.desk.Ask(ctx, opts.name(env), ref, question, opts.to)
		if err != nil {
			return named(err)
		}
		if opts.json {
			return writeJSON(env.Stdout, export.NewQuery(asked))
		}
		return say(env, "%s query %d put to %s", ref, asked.Number, clean(addressee(asked)))
	})
}

// addressee is whom a query was put to, in words.
func addressee(q claims.Query) string {
	if q.To == "" {
		return "the author"
	}
	return q.To
}

type queryAnswerOptions struct {
	*global
	number int
	from   string
	json   bool
}

func newQueryAnswerCmd(env *Env, g *global) *cobra.Command {
	opts := queryAnswerOptions{global: g}
	c := &cobra.Command{
		Use:   "answer CLAIM ANSWER",
		Short: "Record what was answered to a query",
		Long: `Record what was answered to the claim's open query, or with --number to one of
several. An answer is not written over: put another query.`,
		Example: `  stet query answer azure-deal#3 "From the filing, p. 4." --number 1
  stet query answer azure-deal#3 "Since 2019." --from "Dana Whitlock"`,
		Args: args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			return runQueryAnswer(c.Context(), env, opts, args[0], args[1])
		},
	}
	c.Flags().IntVar(&opts.number, "number", 0, "which of the claim's queries (default: the one that is open)")
	c.Flags().StringVar(&opts.from, "from", "", "who answered (default: whom it was put to)")
	c.Flags().BoolVar(&opts.json, "json", false, "print the query as one JSON object")
	return c
}

func runQueryAnswer(ctx context.Context, env *Env, opts queryAnswerOptions, arg, answer string) error {
	ref, err := claims.ParseRef(arg)
	if err != nil {
		return err
	}
	if opts.number < 0 {
		return claims.Invalidf("--number %d: queries are numbered from 1", opts.number)
	}
	return opts.atDesk(ctx, env, func(s *session) error {
		answered, err := s.desk.Answer(ctx, opts.name(env), ref, opts.number, answer, opts.from)
		if err != nil {
			return named(err)
		}
		if opts.json {
			return writeJSON(env.Stdout, export.NewQuery(answered))
		}
		return say(env, "%s query %d answered by %s", ref, answered.Number, clean(answered.AnsweredBy))
	})
}

type askedListOptions struct {
	*global
	open bool
	list listFormat
}

func newQueryListCmd(env *Env, g *global) *cobra.Command {
	opts := askedListOptions{global: g}
	c := &cobra.Command{
		Use:   "list [ARTICLE]",
		Short: "List queries with their answers",
		Example: `  stet query list azure-deal --open
  stet query list --format ndjson`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return runQueryList(c.Context(), env, opts, append(args, "")[0])
		},
	}
	c.Flags().BoolVar(&opts.open, "open", false, "only those that nobody has answered, of claims that are not cut")
	opts.list.add(c, "table", "json", "ndjson")
	return c
}

// claimQuery is a query as it is listed, with its claim.
type claimQuery struct {
	Article string `json:"article"`
	Claim   int    `json:"claim"`
	export.Query
}

func runQueryList(ctx context.Context, env *Env, opts askedListOptions, slug string) error {
	columns := []column{{title: "claim"}, {title: "#", right: true}, {title: "to", wide: true}, {title: "question", wide: true, wraps: true}, {title: "answer", wide: true, wraps: true}}
	return opts.each(ctx, env, slug, "queries", columns, func(out *listing, r export.Record) error {
		for _, q := range r.Queries {
			if opts.open && (q.Answer != "" || r.Cut) {
				continue
			}
			if err := out.add(claimQuery{r.Article, r.Claim, q}, refOf(r), itoa(q.Number), q.To, q.Question, q.Answer); err != nil {
				return err
			}
		}
		return nil
	})
}

// each lists what was asked about claims, cut ones included.
func (o *askedListOptions) each(ctx context.Context, env *Env, slug, name string, columns []column, add func(*listing, export.Record) error) (err error) {
	if err := o.list.parse(); err != nil {
		return err
	}
	s, err := o.global.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	f, err := s.known(ctx, claims.Filter{Article: slug, Cut: true})
	if err != nil {
		return err
	}
	out := newListing(env, o.list.name, name, columns)
	if err := s.eachRecord(ctx, f, inFull, func(r export.Record) error { return add(out, r) }); err != nil {
		return err
	}
	return out.close()
}
