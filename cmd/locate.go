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
		Use:   "locate FILE [QUOTE]",
		Short: "Print where a quote stands in a document, and how it differs",
		Long: `Find where the words of a quote stand in a document and print, as JSON, the
class of match (` + names(claims.Classes) + `), start and
end as bytes into the text that "stet read" shows, page, distance, difference,
every further occurrence, and the W3C selector that finds the place again.
Without a quote, find what stands between --prefix and --suffix.`,
		Example: `  stet locate filing.pdf "shall not exceed" --page 3
  stet locate filing.pdf --prefix "the fee" --suffix "without notice"
  echo '{"text": "It may sink.", "quote": "may sink"}' | stet locate --batch`,
		Args: argsUnlessBatch(&opts.batch, 1, 2),
		RunE: func(c *cobra.Command, args []string) error { return runLocate(c.Context(), env, opts, args) },
	}
	f := c.Flags()
	f.StringVar(&opts.request.Prefix, "prefix", "", "words before the quote, to tell occurrences apart")
	f.StringVar(&opts.request.Suffix, "suffix", "", "words after it")
	f.StringVar(&opts.request.Page, "page", "", "look on this page only")
	addBatch(c, &opts.batch, "{text_file or text, quote, prefix, suffix, near, page, start, end}")
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
	// Start and End are where the words stood, in characters, as a selector
	// has them: what is found when nothing else is.
	Start int `json:"start"`
	End   int `json:"end"`
}

func (r locateRequest) selector() claims.Selector {
	return claims.Selector{Exact: r.Quote, Prefix: r.Prefix, Suffix: r.Suffix, Start: r.Start, End: r.End}
}

// isForWords reports whether the request is only for words, not for whatever
// stands at a place.
func (r locateRequest) isForWords() bool { return r.Quote != "" && r.End == 0 }

// located is what locate answers.
type located struct {
	occurrence
	By       quote.By         `json:"by"`       // the part of the request that led there; "" where nothing does
	Selector *claims.Selector `json:"selector"` // of the words there; null where there are none
	Others   []occurrence     `json:"others"`
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
	opts.request.File = args[0]
	if len(args) > 1 {
		opts.request.Quote = args[1]
	}
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
		case r.selector() == (claims.Selector{}):
			return located{}, claims.Invalidf("no quote given, and nothing of what is around it")
		case !r.isForWords() && (r.Page != "" || r.Near != nil):
			return located{}, claims.Invalidf("page and near need a quote, without start and end")
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
		if !r.isForWords() {
			passage, _ := folded.Find(r.selector())
			return newLocated(t, passage), nil
		}
		query, err := r.query(t)
		if err != nil {
			return located{}, err
		}
		found := folded.Locate(query)
		passage := quote.Passage{Occurrence: found.Occurrence, Others: found.Others}
		if found.Class != claims.Absent {
			passage.By = quote.ByWords
		}
		return newLocated(t, passage), nil
	}
}

// query is a request for words in a text.
func (r locateRequest) query(t *sources.Text) (quote.Query, error) {
	query := quote.Query{Quote: r.Quote, Prefix: r.Prefix, Suffix: r.Suffix, Near: -1}
	if r.Near != nil {
		query.Near = *r.Near
	}
	if r.Page != "" {
		page, ok := pageNamed(t, r.Page)
		if !ok {
			return query, claims.Invalidf("there is no page %s", r.Page)
		}
		query.Within = []claims.Span{{Start: page.Start, End: page.End}}
	}
	return query, nil
}

func newLocated(t *sources.Text, p quote.Passage) located {
	if p.By == "" {
		p.Class = claims.Absent
	}
	l := located{occurrence: newOccurrence(t, p.Occurrence), By: p.By, Others: []occurrence{}}
	if p.By != "" {
		selector := claims.Select(t.Body, p.Span)
		l.Selector = &selector
	}
	for _, o := range p.Others {
		l.Others = append(l.Others, newOccurrence(t, o))
	}
	return l
}

func newOccurrence(t *sources.Text, o quote.Occurrence) occurrence {
	page := ""
	if p, ok := t.PageAt(o.Start); ok && o.End > 0 {
		if page = p.Printed; page == "" {
			page = strconv.Itoa(p.Number)
		}
	}
	return occurrence{Class: o.Class, Start: o.Start, End: o.End, Page: page, Distance: o.Distance, Difference: orEmpty(o.Difference),
		Changes: orEmpty(quote.Changes(o.Difference))}
}
