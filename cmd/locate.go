package cmd

import (
	"context"
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/quote"
	"stet/sources"
	"stet/sources/court"
	"stet/sources/text"
)

type locateOptions struct {
	request locateRequest
	batch   bool
}

func newLocateCmd(env *Env) *cobra.Command {
	var opts locateOptions
	c := &cobra.Command{
		Use:   "locate FILE QUOTE",
		Short: "Print where a quote stands in a document, and how it differs",
		Long: `Find where the words of a quote stand in a document and print, as JSON, the class
of match (` + names(claims.Classes) + `), start and
end as bytes into the text that "stet read" shows, page, distance, difference,
and every further occurrence.`,
		Example: `  stet locate filing.pdf "shall not exceed" --page 3
  echo '{"id": 1, "text": "It may sink.", "quote": "may sink"}' | stet locate --batch`,
		Args: argsUnlessBatch(&opts.batch, 2),
		RunE: func(c *cobra.Command, args []string) error { return runLocate(c.Context(), env, opts, args) },
	}
	f := c.Flags()
	f.StringVar(&opts.request.Prefix, "prefix", "", "words before the quote, to tell occurrences apart")
	f.StringVar(&opts.request.Suffix, "suffix", "", "words after it")
	f.StringVar(&opts.request.Page, "page", "", "look on this page only")
	addBatch(c, &opts.batch, "{text_file or text, quote, prefix, suffix, near, page}")
	return c
}

type locateRequest struct {
	File   string  `json:"text_file"`
	Text   *string `json:"text"`
	Quote  string  `json:"quote"`
	Prefix string  `json:"prefix"`
	Suffix string  `json:"suffix"`
	Near   *int    `json:"near"`
	Page   string  `json:"page"`
}

// located is what locate answers.
type located struct {
	occurrence
	Others []occurrence `json:"others"`
}

type occurrence struct {
	Class      claims.Class   `json:"class"`
	Start      int            `json:"start"`
	End        int            `json:"end"`
	Page       string         `json:"page"`
	Distance   int            `json:"distance"`
	Difference []claims.Edit  `json:"difference"`
	Changes    []quote.Change `json:"changes"` // what differs, named
}

func runLocate(ctx context.Context, env *Env, opts locateOptions, args []string) (err error) {
	library := newLibrary(env)
	defer func() { err = errors.Join(err, library.Close()) }()
	locate := newLocator(env, library)
	if opts.batch {
		return runBatch(ctx, env, locate)
	}
	opts.request.File, opts.request.Quote = args[0], args[1]
	found, err := locate(ctx, opts.request)
	if err != nil {
		return err
	}
	return writeJSON(env.Stdout, found)
}

// newLocator returns what answers requests; it keeps the last file folded, as
// a batch tends to ask for many quotes of one document.
func newLocator(env *Env, library *text.Library) func(context.Context, locateRequest) (located, error) {
	var last string
	var t *sources.Text
	var folded *quote.Folded
	return func(ctx context.Context, r locateRequest) (located, error) {
		switch {
		case r.Quote == "":
			return located{}, claims.Invalidf("no quote given")
		case r.Text != nil:
			last, t = "", &sources.Text{Body: *r.Text}
			folded = quote.Fold(t.Body)
		case r.File != last || r.File == "":
			read, err := readDocument(ctx, env, library, r.File, sources.ReadOptions{})
			if err != nil {
				return located{}, err
			}
			last, t, folded = r.File, read, quote.Fold(court.Unstamped(read))
		}
		query := quote.Query{Quote: r.Quote, Prefix: r.Prefix, Suffix: r.Suffix, Near: -1}
		if r.Near != nil {
			query.Near = *r.Near
		}
		if r.Page != "" {
			page, ok := pageNamed(t, r.Page)
			if !ok {
				return located{}, claims.Invalidf("there is no page %s", r.Page)
			}
			query.Within = []claims.Span{{Start: page.Start, End: page.End}}
		}
		return newLocated(t, folded.Locate(query)), nil
	}
}

func newLocated(t *sources.Text, r quote.Result) located {
	l := located{occurrence: newOccurrence(t, r.Occurrence), Others: []occurrence{}}
	for _, o := range r.Others {
		l.Others = append(l.Others, newOccurrence(t, o))
	}
	return l
}

func newOccurrence(t *sources.Text, o quote.Occurrence) occurrence {
	page := ""
	if p, ok := t.PageAt(o.Start); ok && o.Class != claims.Absent {
		if page = p.Printed; page == "" {
			page = strconv.Itoa(p.Number)
		}
	}
	return occurrence{Class: o.Class, Start: o.Start, End: o.End, Page: page, Distance: o.Distance, Difference: orEmpty(o.Difference),
		Changes: orEmpty(quote.Changes(o.Difference))}
}
