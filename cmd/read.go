package cmd

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources"
	"stet/sources/text"
)

type readOptions struct {
	kind  string
	whole bool
	ocr   ocrFlag
	batch bool
}

func newReadCmd(env *Env) *cobra.Command {
	var opts readOptions
	c := &cobra.Command{
		Use:   "read FILE",
		Short: "Print the text of a document, page by page, as JSON",
		Long: `Read a document as a source is read and print its text as JSON: media_type,
title, byline, published, publisher, language, text, pages, notes and links.
Offsets are bytes into the text. The format is described in docs/formats.md.`,
		Example: `  stet read filing.pdf
  stet read draft.html --whole
  echo '{"id": 1, "file": "page.html"}' | stet read --batch`,
		Args: argsUnlessBatch(&opts.batch, 1, 1),
		RunE: func(c *cobra.Command, args []string) error { return runRead(c.Context(), env, opts, args) },
	}
	c.Flags().StringVar(&opts.kind, "type", "", "the document's type: "+typeNames()+" or a media type (default: recognised)")
	c.Flags().BoolVar(&opts.whole, "whole", false, "read it as a draft: all of a page rather than its main text")
	opts.ocr.add(c)
	addBatch(c, &opts.batch, "{file}")
	return c
}

type readRequest struct {
	File string `json:"file"`
}

func runRead(ctx context.Context, env *Env, opts readOptions, args []string) (err error) {
	media, err := mediaType(opts.kind)
	if err != nil {
		return err
	}
	if err := opts.ocr.check(); err != nil {
		return err
	}
	library := newLibrary(env)
	defer func() { err = errors.Join(err, library.Close()) }()
	read := func(ctx context.Context, r readRequest) (*sources.Text, error) {
		t, err := readDocument(ctx, env, library, r.File, sources.ReadOptions{MediaType: media, Whole: opts.whole, OCR: bool(opts.ocr)})
		if err != nil {
			return nil, err
		}
		return printable(t), nil
	}
	if opts.batch {
		return runBatch(ctx, env, read)
	}
	t, err := read(ctx, readRequest{args[0]})
	if err != nil {
		return err
	}
	return writeJSON(env.Stdout, t)
}

// printable returns a text whose lists are printed as [] where they are empty,
// so that a script finds every field that docs/formats.md names.
func printable(t *sources.Text) *sources.Text {
	p := *t
	p.Pages = slices.Clone(orEmpty(t.Pages))
	for i := range p.Pages {
		p.Pages[i].Stamps = orEmpty(p.Pages[i].Stamps)
	}
	p.Blocks, p.Notes, p.Links = orEmpty(t.Blocks), orEmpty(t.Notes), orEmpty(t.Links)
	return &p
}

// readDocument reads a file of any type that stet knows, or standard input
// for "-".
func readDocument(ctx context.Context, env *Env, library *text.Library, file string, o sources.ReadOptions) (*sources.Text, error) {
	b, err := readInput(env, file, maxSource)
	if err != nil {
		return nil, err
	}
	o.Name = file
	t, err := library.Read(ctx, b, o)
	if err != nil {
		return nil, claims.Invalidf("%s: %w", file, err)
	}
	return t, nil
}
