package cmd

import (
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/facts"
)

type factsOptions struct {
	date  string
	batch bool
}

func newFactsCmd(env *Env) *cobra.Command {
	var opts factsOptions
	c := &cobra.Command{
		Use:   "facts TEXT",
		Short: "Print the figures, dates, names and quotations of a text",
		Long: `Find what a checker would underline in a text and print it as JSON: the kind,
where it stands in bytes, its value with its scale, its unit (ISO 4217 for
money), the first and last day of a date, whether it is approximate, what an
acronym means, and which posts a text gives a person. Dates such as "last
Tuesday" have days where --date says on what day the text was written.`,
		Example: `  stet facts "It paid about \$3.2 billion last Tuesday." --date 2026-03-03
  echo '{"text": "in Q3 2019", "date": "2020-01-02"}' | stet facts --batch`,
		Args: argsUnlessBatch(&opts.batch, 1, 1),
		RunE: func(c *cobra.Command, args []string) error { return runFacts(c.Context(), env, opts, args) },
	}
	c.Flags().StringVar(&opts.date, "date", "", "the day that the text was written on, YYYY-MM-DD")
	addBatch(c, &opts.batch, "{text, date}")
	return c
}

type factsRequest struct {
	Text string `json:"text"`
	Date string `json:"date"`
}

// factsFound is what facts answers.
type factsFound struct {
	Facts []foundFact `json:"facts"`
}

type foundFact struct {
	Kind        facts.Kind `json:"kind"`
	Text        string     `json:"text"`
	Start       int        `json:"start"`
	End         int        `json:"end"`
	Value       *float64   `json:"value"` // null where the words name no figure
	Least       float64    `json:"least,omitempty"`
	Unit        string     `json:"unit"`
	From        string     `json:"from"`
	To          string     `json:"to"`
	Approximate bool       `json:"approximate"`
	Ambiguous   bool       `json:"ambiguous,omitempty"`
	Means       string     `json:"means,omitempty"`
	Titles      []string   `json:"titles,omitempty"` // of a person
}

func runFacts(ctx context.Context, env *Env, opts factsOptions, args []string) error {
	if opts.batch {
		return runBatch(ctx, env, findFacts)
	}
	if _, err := os.Stat(args[0]); err == nil {
		return &claims.InputError{
			Err:  fmt.Errorf("%s is a file, and facts takes a text", args[0]),
			Hint: `give what it says: stet facts "$(cat ` + args[0] + `)"`,
		}
	}
	found, err := findFacts(ctx, factsRequest{Text: args[0], Date: opts.date})
	if err != nil {
		return err
	}
	return writeJSON(env.Stdout, found)
}

func findFacts(_ context.Context, r factsRequest) (factsFound, error) {
	on, err := parseDay(r.Date)
	if err != nil {
		return factsFound{}, err
	}
	answer := factsFound{Facts: []foundFact{}}
	all := facts.Find(r.Text, on)
	titles := titlesOf(r.Text, all)
	for _, f := range all {
		found := newFoundFact(f)
		if f.Kind == facts.Name {
			found.Titles = titles[f.Start]
		}
		answer.Facts = append(answer.Facts, found)
	}
	return answer, nil
}

// titlesOf returns the posts that a text gives the people whom it names, by their
// usual names and where the name begins.
func titlesOf(text string, all []facts.Fact) map[int][]string {
	names := slices.DeleteFunc(slices.Clone(all), func(f facts.Fact) bool { return f.Kind != facts.Name })
	titles := map[int][]string{}
	for _, o := range facts.Offices(text, names) {
		titles[o.Holder.Start] = append(titles[o.Holder.Start], o.Post)
	}
	return titles
}

func newFoundFact(f facts.Fact) foundFact {
	found := foundFact{Kind: f.Kind, Text: f.Text, Start: f.Start, End: f.End, Least: f.Least, Unit: f.Unit,
		From: f.From, To: f.To, Approximate: f.Approximate, Ambiguous: f.Ambiguous, Means: f.Means}
	if (f.IsFigure() || f.Kind == facts.Ordinal) && !f.IsVague() {
		found.Value = &f.Value
	}
	return found
}

// parseDay reads a day; none is given as "".
func parseDay(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, claims.Invalidf("%q is no day such as 2026-03-01", s)
	}
	return day, nil
}
