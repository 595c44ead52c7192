package cmd

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/search"
)

type recallOptions struct {
	*global
	recallRequest
	least  float64
	batch  bool
	format listFormat
}

// recallRequest is what recall is asked.
type recallRequest struct {
	Text   string `json:"text"`
	Except string `json:"except"` // the slug of an article whose claims are left out
	Limit  int    `json:"limit"`
}

const defaultRecall = 10

func newRecallCmd(env *Env, g *global) *cobra.Command {
	opts := recallOptions{global: g}
	c := &cobra.Command{
		Use:   "recall TEXT",
		Short: "Find whether something like it was claimed, and checked, before",
		Long: `Rank the claims of every article by the words that they share with a text, rare
words before common ones, and print each with its verdict and the words shared.
The score is from 0 to 1, where 1 is the text itself; the title of a claim's
article counts with the claim. Claims that were cut since are among them, and
say so. Words are compared, not meanings: read what is found.`,
		Example: `  stet recall "The company keeps a stake of 27 percent in the laboratory"
  stet recall "Iran offered a bounty" --limit 3 --json
  echo '{"id": 1, "text": "They keep 27 percent."}' | stet recall --batch`,
		Args: func(c *cobra.Command, given []string) error {
			if opts.batch {
				return args(cobra.NoArgs)(c, given)
			}
			return args(cobra.MinimumNArgs(1))(c, given)
		},
		RunE: func(c *cobra.Command, args []string) error { return runRecall(c.Context(), env, opts, args) },
	}
	f := c.Flags()
	f.IntVar(&opts.Limit, "limit", defaultRecall, "at most so many")
	f.StringVar(&opts.Except, "except", "", "leave out the claims of one article, by its slug")
	f.Float64Var(&opts.least, "min-score", 0, "only claims with a score of at least this, from 0 to 1")
	opts.format.add(c, "table", "json", "ndjson")
	addBatch(c, &opts.batch, "{text, except, limit}")
	return c
}

// recalled is one claim as scripts see it, described in docs/formats.md.
type recalled struct {
	Article    string       `json:"article"`
	Claim      int          `json:"claim"`
	Code       string       `json:"code"`
	Text       string       `json:"text"`
	Score      float64      `json:"score"`
	Words      []string     `json:"words"`
	Label      claims.Label `json:"label"`
	Verdict    string       `json:"verdict"`
	Void       string       `json:"void"`
	Date       string       `json:"date"` // of the last verdict, void or not
	Checker    string       `json:"checker"`
	Cut        bool         `json:"cut"`
	ImportedAt string       `json:"imported_at"`

	found search.Recalled
}

// recallAnswer is what one text recalls.
type recallAnswer struct {
	Claims []recalled `json:"claims"`
	// Capped says that the text has more words than were looked for.
	Capped bool `json:"capped,omitempty"`
}

func runRecall(ctx context.Context, env *Env, opts recallOptions, args []string) (err error) {
	if err := opts.parse(); err != nil {
		return err
	}
	x, err := opts.openIndexed(ctx, env)
	if err != nil {
		return err
	}
	defer x.close(&err)
	if err := x.update(ctx, claims.IndexedClaims); err != nil {
		return err
	}
	answer := func(ctx context.Context, r recallRequest) (recallAnswer, error) { return x.recall(ctx, r, opts.least) }
	if opts.batch {
		return runBatch(ctx, env, func(ctx context.Context, r recallRequest) (recallAnswer, error) {
			if r.Limit == 0 {
				r.Limit = opts.Limit
			}
			if r.Except == "" {
				r.Except = opts.Except
			}
			return answer(ctx, r)
		})
	}
	opts.Text = strings.Join(args, " ")
	found, err := answer(ctx, opts.recallRequest)
	if err != nil {
		return err
	}
	return opts.print(env, found)
}

func (o *recallOptions) parse() error {
	if o.least < 0 || o.least > 1 {
		return claims.Invalidf("--min-score %v: from 0 to 1", o.least)
	}
	return o.format.parse()
}

// recall answers one request.
func (x *indexed) recall(ctx context.Context, r recallRequest, least float64) (recallAnswer, error) {
	a := recallAnswer{Claims: []recalled{}}
	switch {
	case strings.TrimSpace(r.Text) == "":
		return a, claims.Invalidf("there is no text to recall")
	case r.Limit < 1:
		return a, claims.Invalidf("a limit of %d: at least 1", r.Limit)
	}
	if r.Except != "" {
		if _, err := x.ledger.Article(ctx, r.Except); err != nil {
			return a, err
		}
	}
	found, capped, err := x.Recall(ctx, r.Text, r.Except, r.Limit)
	for _, f := range found {
		if f.Score >= least {
			a.Claims = append(a.Claims, newRecalled(f))
		}
	}
	a.Capped = capped
	return a, err
}

func newRecalled(f search.Recalled) recalled {
	c := f.Claim
	r := recalled{
		Article: c.Article, Claim: c.Number, Code: claims.Claim{Number: c.Number}.Code(), Text: c.Text, Score: rounded(f.Score),
		Words: orEmpty(f.Words), Label: c.Label, Cut: c.Cut, found: f,
	}
	r.Verdict, r.Void = verdictOf(c.SignOff)
	if c.SignOff != nil {
		r.Date, r.Checker = c.SignOff.At.UTC().Format(time.RFC3339), c.SignOff.By
	}
	if !c.ImportedAt.IsZero() {
		r.ImportedAt = c.ImportedAt.UTC().Format(time.RFC3339)
	}
	return r
}

// rounded rounds a score to what means something.
func rounded(score float64) float64 { return math.Round(score*1000) / 1000 }

func (o *recallOptions) print(env *Env, a recallAnswer) error {
	if a.Capped {
		tellAside(env, "only the first %d words of the text were looked for", search.MostWords)
	}
	if o.format.name == "json" {
		return writeJSON(env.Stdout, a)
	}
	for _, r := range a.Claims {
		if err := o.printClaim(env, r); err != nil {
			return err
		}
	}
	if len(a.Claims) == 0 && env.Width > 0 {
		tellAside(env, "no claim shares words with it")
	}
	return nil
}

func (o *recallOptions) printClaim(env *Env, r recalled) error {
	if o.format.name == "ndjson" {
		return writeLine(env.Stdout, r)
	}
	ref, c := claims.Ref{Slug: r.Article, Number: r.Claim}.String(), r.found.Claim
	score, words := fmt.Sprintf("%.2f", r.Score), strings.Join(r.Words, ", ")
	if env.Width == 0 {
		return say(env, "%s\t%s\t%s\t%s\t%s", score, clean(ref), clean(oneLine(standing(c))), clean(oneLine(r.Text)), clean(words))
	}
	const indent = 6
	head := headLine(env, score, ref, standing(c))
	body := emphasised(env, r.Text, r.found.Marks, indent)
	return say(env, "%s\n%s\n%s", head, body, emphasised(env, "shared: "+words, nil, indent))
}
