package cmd

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/search"
)

type searchOptions struct {
	*global
	in      string
	article string
	limit   int
	format  listFormat
}

// snippetSize is how much of a text is shown around the words found, in bytes:
// some three lines.
const snippetSize = 220

func newSearchCmd(env *Env, g *global) *cobra.Command {
	opts := searchOptions{global: g}
	c := &cobra.Command{
		Use:   "search WORDS…",
		Short: "Find words in claims, quotes and the text of sources",
		Long: `Find what has all of the words: claims (cut ones too), quotes relied on, and the
text read of sources, page by page; of each the best first. A word stands for
its other forms, "settle" for "settled"; capitals and accents don't matter. An
argument of several words is a phrase, found as it is written, and so is what
stands in quotation marks; imperv* is the beginning of a word.

The first search indexes the ledger, which takes a minute for a million claims;
later ones index what is new.`,
		Example: `  stet search Azure stake
  stet search "shall not exceed" --in sources
  stet search "imperv*" --article azure-deal --json`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runSearch(c.Context(), env, opts, args) },
	}
	f := c.Flags()
	f.StringVar(&opts.in, "in", "", "only in: "+names(claims.AllIndexed))
	f.StringVar(&opts.article, "article", "", "only what is of one article, by its slug, or of a source that it cites")
	f.IntVar(&opts.limit, "limit", 20, "at most so many of each kind")
	opts.format.add(c, "table", "json", "ndjson")
	return c
}

// searchHit is one hit as scripts see it, described in docs/formats.md.
type searchHit struct {
	In       claims.Indexed `json:"in"`
	Article  string         `json:"article,omitempty"`
	Claim    int            `json:"claim,omitempty"`
	Code     string         `json:"code,omitempty"`
	Citation string         `json:"citation,omitempty"`
	Source   string         `json:"source,omitempty"`
	Name     string         `json:"source_name,omitempty"`
	Title    string         `json:"title,omitempty"` // of the source
	Page     string         `json:"page,omitempty"`
	Snapshot string         `json:"snapshot,omitempty"`
	Newest   *bool          `json:"newest,omitempty"`
	Label    *claims.Label  `json:"label,omitempty"`
	Verdict  string         `json:"verdict,omitempty"`
	Void     string         `json:"void,omitempty"`
	Cut      bool           `json:"cut,omitempty"`
	Score    float64        `json:"score"`
	Text     string         `json:"text"`
	Marks    []claims.Span  `json:"marks"` // in bytes of the text

	where, what string // for people
}

func runSearch(ctx context.Context, env *Env, opts searchOptions, args []string) (err error) {
	kinds, query, err := opts.parse(args)
	if err != nil {
		return err
	}
	x, err := opts.openIndexed(ctx, env)
	if err != nil {
		return err
	}
	defer x.close(&err)
	if err := x.update(ctx, kinds...); err != nil {
		return err
	}
	var hits []searchHit
	capped := []string{}
	for _, of := range kinds {
		found, err := x.Search(ctx, of, query, opts.article, opts.limit)
		if err != nil {
			return err
		}
		for _, h := range found.Hits {
			hits = append(hits, newSearchHit(h))
		}
		capped = append(capped, found.Capped...)
	}
	return opts.print(env, hits, capped)
}

func (o *searchOptions) parse(args []string) ([]claims.Indexed, search.Query, error) {
	kinds := claims.AllIndexed
	if err := o.format.parse(); err != nil {
		return nil, search.Query{}, err
	}
	if o.limit < 1 {
		return nil, search.Query{}, claims.Invalidf("--limit %d: at least 1", o.limit)
	}
	if o.in != "" {
		of, err := claims.ParseIndexed(o.in)
		if err != nil {
			return nil, search.Query{}, err
		}
		kinds = []claims.Indexed{of}
	}
	query, err := search.ParseQuery(queryOf(args))
	return kinds, query, err
}

// queryOf puts arguments together. Whoever puts several words into one argument
// wrote quotation marks that the shell took away.
func queryOf(args []string) string {
	quoted := make([]string, len(args))
	for i, a := range args {
		quoted[i] = a
		if strings.ContainsAny(strings.TrimSpace(a), " \t\n") && !search.HasQuotation(a) {
			quoted[i] = `"` + a + `"`
		}
	}
	return strings.Join(quoted, " ")
}

// newSearchHit returns a hit as it is shown: of a page, the part around the
// words.
func newSearchHit(h search.Hit) searchHit {
	s := searchHit{In: h.Of, Score: rounded(h.Score), Text: h.Text, Marks: h.Marks}
	switch h.Of {
	case claims.IndexedClaims:
		c := h.Claim
		s.Article, s.Claim, s.Code = c.Article, c.Number, claims.Claim{Number: c.Number}.Code()
		s.Label, s.Cut = &c.Label, c.Cut
		s.Verdict, s.Void = verdictOf(c.SignOff)
		s.where, s.what = claims.Ref{Slug: c.Article, Number: c.Number}.String(), "claim, "+standing(c)
	case claims.IndexedQuotes:
		q := h.Quote
		s.Article, s.Claim, s.Code = q.Claim.Slug, q.Claim.Number, claims.Claim{Number: q.Claim.Number}.Code()
		s.Citation, s.Source, s.Page = q.ID, q.Source, q.Page
		s.where, s.what = q.Claim.String(), "quote of "+atPage(q.Source, q.Page)
	case claims.IndexedSources:
		p := h.Page
		s.Source, s.Name, s.Title, s.Page, s.Snapshot, s.Newest = p.Source, p.Name, p.Title, p.Page, p.Snapshot, &p.Newest
		s.where, s.what = atPage(p.Source, p.Page), "source, "+p.Name
		if !p.Newest {
			s.what += " (an earlier capture)"
		}
		s.Text, s.Marks = search.Snippet(h.Text, h.Marks, snippetSize)
	}
	s.Marks = orEmpty(s.Marks)
	return s
}

func atPage(source, page string) string {
	if page == "" {
		return source
	}
	return source + " p. " + page
}

func (o *searchOptions) print(env *Env, hits []searchHit, capped []string) error {
	for _, c := range capped {
		tellAside(env, "%s", c)
	}
	if o.format.name == "json" {
		return writeJSON(env.Stdout, struct {
			Hits   []searchHit `json:"hits"`
			Capped []string    `json:"capped"`
		}{orEmpty(hits), capped})
	}
	for _, h := range hits {
		if err := o.printHit(env, h); err != nil {
			return err
		}
	}
	if len(hits) == 0 && env.Width > 0 {
		tellAside(env, "nothing has all of these words")
	}
	return nil
}

func (o *searchOptions) printHit(env *Env, h searchHit) error {
	if o.format.name == "ndjson" {
		return writeLine(env.Stdout, h)
	}
	text, marks := search.Snippet(h.Text, h.Marks, snippetSize+2*len("…"))
	if env.Width == 0 {
		return say(env, "%s\t%s\t%s", clean(h.where), clean(oneLine(h.what)), clean(oneLine(text)))
	}
	return say(env, "%s\n%s", headLine(env, h.where, h.what), emphasised(env, text, marks, 4))
}

// headLine sets what is found of a text above it, on one line of a terminal.
func headLine(env *Env, parts ...string) string {
	for i, p := range parts {
		parts[i] = clean(oneLine(p))
	}
	return truncate(strings.Join(parts, "  "), env.Width)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
