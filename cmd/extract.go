package cmd

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/claims/extract"
	"stet/sources"
	"stet/sources/text"
)

type extractOptions struct {
	kind   string
	format listFormat
	batch  bool
}

func newExtractCmd(env *Env) *cobra.Command {
	var opts extractOptions
	c := &cobra.Command{
		Use:   "extract DRAFT",
		Short: "Print the claims that a draft would be imported as",
		Long: `Find the claims of a draft with label, attribution and citations, and print them
as JSON, as a table, or as brat standoff. The formats are described in
docs/formats.md.`,
		Example: `  stet extract story.md
  stet extract story.md --format table
  stet extract story.md --format brat
  echo '{"id": 1, "text": "It sank, Reuters reported."}' | stet extract --batch`,
		Args: argsUnlessBatch(&opts.batch, 1, 1),
		RunE: func(c *cobra.Command, args []string) error { return runExtract(c.Context(), env, opts, args) },
	}
	c.Flags().StringVar(&opts.kind, "type", "", "the draft's type: "+typeNames()+" (default: recognised)")
	opts.format.add(c, "json", "table", "brat")
	addBatch(c, &opts.batch, "{file} or {text}")
	return c
}

type extractRequest struct {
	File string  `json:"file"`
	Text *string `json:"text"` // plain text
}

// extraction is what extract answers.
type extraction struct {
	Text      string           `json:"text"`
	Sentences []claims.Span    `json:"sentences"`
	Claims    []extractedClaim `json:"claims"`
	Loose     []claims.Remark  `json:"loose,omitempty"` // notes that stand on no claim
}

type extractedClaim struct {
	Text         string               `json:"text"`
	Start        int                  `json:"start"`
	End          int                  `json:"end"`
	Spans        []claims.Span        `json:"spans"` // more than one where halves of a sentence share words
	Line         int                  `json:"line"`
	Place        claims.Place         `json:"place"`
	Priority     claims.Priority      `json:"priority"`
	Reasons      []string             `json:"reasons"`
	Label        claims.Label         `json:"label"`
	Citations    []desk.Cited         `json:"citations"`
	Attributions []claims.Attribution `json:"attributions"`
}

func runExtract(ctx context.Context, env *Env, opts extractOptions, args []string) (err error) {
	if err := opts.format.parse(); err != nil {
		return err
	}
	media, err := mediaType(opts.kind)
	if err != nil {
		return err
	}
	library := newLibrary(env)
	defer func() { err = errors.Join(err, library.Close()) }()
	answer := func(ctx context.Context, r extractRequest) (extraction, error) {
		t, err := readDraft(ctx, env, library, r, media)
		if err != nil {
			return extraction{}, err
		}
		return newExtraction(t), nil
	}
	if opts.batch {
		return runBatch(ctx, env, answer)
	}
	found, err := answer(ctx, extractRequest{File: args[0]})
	if err != nil {
		return err
	}
	switch opts.format.name {
	case "json":
		return writeJSON(env.Stdout, found)
	case "brat":
		return writeOut(env, "", func(w io.Writer) error { return writeBrat(w, found) })
	}
	return extractTable(env, found)
}

func readDraft(ctx context.Context, env *Env, library *text.Library, r extractRequest, media string) (*sources.Text, error) {
	o := sources.ReadOptions{MediaType: media, Whole: true}
	if r.Text == nil {
		return readDocument(ctx, env, library, r.File, o)
	}
	if o.MediaType == "" {
		o.MediaType = "text/plain"
	}
	t, err := library.Read(ctx, []byte(*r.Text), o)
	if err != nil {
		return nil, claims.Invalidf("%w", err)
	}
	return t, nil
}

func newExtraction(t *sources.Text) extraction {
	found := extract.Claims(t)
	e := extraction{Text: t.Body, Sentences: found.Sentences, Claims: []extractedClaim{}, Loose: desk.Remarks(t, found.Loose)}
	for _, c := range found.Claims {
		first, last := c.Spans[0], c.Spans[len(c.Spans)-1]
		e.Claims = append(e.Claims, extractedClaim{
			Text: c.Text, Start: first.Start, End: last.End, Spans: c.Spans, Line: t.Position(first.Start).Line,
			Place: c.Place, Priority: c.Priority, Reasons: orEmpty(c.Reasons), Label: c.Label,
			Citations: orEmpty(desk.Cites(t, c.Marks)), Attributions: orEmpty(c.Attributions),
		})
	}
	e.Sentences = orEmpty(e.Sentences)
	return e
}

// orEmpty makes a list that is printed as [] rather than null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func extractTable(env *Env, found extraction) error {
	out := newListing(env, "table", "claims", []column{
		{title: "line", right: true}, {title: "place"}, {title: "label"}, {title: "cites", right: true}, {title: "speaker"}, {title: "says", wide: true},
	})
	for _, c := range found.Claims {
		speaker := ""
		if len(c.Attributions) > 0 {
			speaker = truncate(c.Attributions[0].Speaker.Text, 20)
		}
		if err := out.add(c, itoa(c.Line), string(c.Place), c.Label.String(), itoa(len(c.Citations)), speaker, c.Text); err != nil {
			return err
		}
	}
	return out.close()
}
