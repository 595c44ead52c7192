package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/verify"
	"stet/sources"
	"stet/sources/text"
)

type compareOptions struct {
	quote, label, date string
	batch              bool
}

func newCompareCmd(env *Env) *cobra.Command {
	var opts compareOptions
	c := &cobra.Command{
		Use:   "compare CLAIM FILE…",
		Short: "Print what the checks find of one claim beside its evidence",
		Long: `Lay one claim beside the documents that it rests on and print, as JSON, what
every check finds: which figures, dates, names, quotations and strong words
stand in them, and what stands there instead. Spans are bytes of the claim, and
for evidence of the text that "stet read" shows.`,
		Example: `  stet compare "The fee was \$4.2 million." filing.pdf
  echo '{"claim": "It cost $4m.", "evidence": "It cost $5m."}' |
    stet compare --batch`,
		Args: argsUnlessBatch(&opts.batch, 2, 1000),
		RunE: func(c *cobra.Command, args []string) error { return runCompare(c.Context(), env, opts, args) },
	}
	f := c.Flags()
	f.StringVar(&opts.quote, "quote", "", "the words of the first document that are relied on")
	f.StringVar(&opts.label, "label", "", "the claim's label: "+labelNames()+" (default own voice)")
	f.StringVar(&opts.date, "date", "", "the day that the claim was written on, YYYY-MM-DD")
	addBatch(c, &opts.batch, "{claim, evidence (a text, or a list of them), quote, label, date}")
	return c
}

type compareRequest struct {
	Claim    string  `json:"claim"`
	Evidence oneText `json:"evidence"`
	Quote    string  `json:"quote"`
	Label    string  `json:"label"`
	Date     string  `json:"date"`
}

// oneText is a text or a list of texts.
type oneText []string

// UnmarshalJSON reads either.
func (t *oneText) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*t = oneText{one}
		return nil
	}
	var several []string
	if err := json.Unmarshal(b, &several); err != nil {
		return errors.New("evidence is neither a text nor a list of texts")
	}
	*t = several
	return nil
}

// comparison is what compare answers.
type comparison struct {
	Findings []claims.Finding `json:"findings"`
}

func runCompare(ctx context.Context, env *Env, opts compareOptions, args []string) (err error) {
	if opts.batch {
		return runBatch(ctx, env, func(ctx context.Context, r compareRequest) (comparison, error) {
			var texts []*sources.Text
			for _, body := range r.Evidence {
				texts = append(texts, &sources.Text{Body: body})
			}
			return compare(ctx, r, texts)
		})
	}
	library := newLibrary(env)
	defer func() { err = errors.Join(err, library.Close()) }()
	texts, err := readAll(ctx, env, library, args[1:])
	if err != nil {
		return err
	}
	found, err := compare(ctx, compareRequest{Claim: args[0], Quote: opts.quote, Label: opts.label, Date: opts.date}, texts)
	if err != nil {
		return err
	}
	return writeJSON(env.Stdout, found)
}

func readAll(ctx context.Context, env *Env, library *text.Library, files []string) ([]*sources.Text, error) {
	texts := make([]*sources.Text, len(files))
	for i, file := range files {
		var err error
		if texts[i], err = readDocument(ctx, env, library, file, sources.ReadOptions{}); err != nil {
			return nil, fmt.Errorf("read %s: %w", file, err)
		}
	}
	return texts, nil
}

func compare(ctx context.Context, r compareRequest, texts []*sources.Text) (comparison, error) {
	if r.Claim == "" || len(texts) == 0 {
		return comparison{}, claims.Invalidf("a claim and its evidence are needed")
	}
	on, err := parseDay(r.Date)
	if err != nil {
		return comparison{}, err
	}
	label := claims.OwnVoice
	if r.Label != "" {
		if label, err = claims.ParseLabel(r.Label); err != nil {
			return comparison{}, err
		}
	}
	given := make([]verify.Evidence, len(texts))
	for i, t := range texts {
		given[i] = verify.Evidence{Text: t}
	}
	given[0].Quote = r.Quote
	found, err := verify.Compare(ctx, r.Claim, label, given, on)
	return comparison{Findings: orEmpty(found)}, err
}
