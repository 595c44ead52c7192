package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/claims/report"
	"stet/sources"
)

type checkOptions struct {
	*global
	draft draftFlags
	fetch fetchFlags
	audit auditFlags
	dry   bool
}

func newCheckCmd(env *Env, g *global) *cobra.Command {
	opts := checkOptions{global: g}
	c := &cobra.Command{
		Use:   "check DRAFT",
		Short: "Import a draft, capture its sources, verify and audit it",
		Long: `Import the draft into the ledger (made if absent), capture the sources that it
cites, verify each claim against them, audit the article, and print what was
found as a linter does, then a summary. On a draft already known every claim
is found again: one whose words changed loses its sign-off.

DRAFT is Markdown, plain text, HTML, DOCX, ODT or RTF; - reads standard input.`,
		Example: `  stet check story.md
  stet check story.docx --article ferry --stage closing
  stet check story.md --offline --format json --fail-on warning
  stet check story.md --read-only --offline   # for CI: nothing is written`,
		Args: args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runCheck(c.Context(), env, opts, args[0]) },
	}
	opts.draft.add(c)
	opts.fetch.add(c)
	opts.audit.add(c)
	c.Flags().BoolVar(&opts.dry, "read-only", false, "write nothing: work on a copy of the ledger that is thrown away")
	return c
}

func runCheck(ctx context.Context, env *Env, opts checkOptions, file string) (err error) {
	if err := opts.audit.parse(); err != nil {
		return err
	}
	if opts.dry {
		done, err := opts.onCopy(ctx, env)
		if err != nil {
			return err
		}
		defer done()
	}
	submission, err := opts.draft.submission(ctx, env, file)
	if err != nil {
		return err
	}
	fetching, err := opts.fetch.options()
	if err != nil {
		return err
	}
	s, err := opts.open(ctx, env, create, fetching)
	if err != nil {
		return err
	}
	defer s.close(&err)
	if err := opts.fetch.ocr.apply(s); err != nil {
		return err
	}
	if submission.Dir, err = s.folderOf(file); err != nil {
		return err
	}
	if err := s.desk.TryRules(ctx, opts.audit.at); err != nil {
		return err
	}
	if _, err := s.desk.Import(ctx, submission); err != nil {
		return err
	}
	if err := s.desk.CaptureMissing(ctx, submission.Slug, desk.CaptureOptions{}); err != nil {
		return err
	}
	if err := s.desk.SettleDockets(ctx, submission); err != nil {
		return err
	}
	if _, err := s.desk.Verify(ctx, submission.Slug, false); err != nil {
		return err
	}
	return s.reportFindings(ctx, submission.Slug, opts.audit)
}

// reportFindings audits the article, prints its findings, and returns the
// error that makes the exit code.
func (s *session) reportFindings(ctx context.Context, slug string, flags auditFlags) error {
	dossier, found, err := s.desk.Audit(ctx, slug, flags.at)
	if err != nil {
		return err
	}
	s.done()
	p, err := s.printing(ctx, flags)
	if err != nil {
		return err
	}
	if err := p.print(report.New(dossier, found)); err != nil {
		return err
	}
	verdict := p.close()
	if (verdict == nil || verdict == findingsError{}) && s.fetcher.NoNetwork() {
		return fmt.Errorf("no network: not one web source answered, so nothing of them was checked")
	}
	return verdict
}

// draftFlags say how a draft is taken in.
type draftFlags struct {
	slug    string
	kind    string
	outside bool
	in      io.Reader // the draft, where it is open already
}

func (f *draftFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.slug, "article", "", "the article's slug (default: the file's name)")
	c.Flags().StringVar(&f.kind, "type", "", "the draft's type: "+typeNames()+" (default: recognised)")
	c.Flags().BoolVar(&f.outside, "allow-outside", false, "let the draft cite files outside its own folder")
}

// submission reads a draft, before any ledger is opened: a draft that can't be
// read makes none.
func (f *draftFlags) submission(ctx context.Context, env *Env, file string) (desk.Submission, error) {
	s := desk.Submission{Slug: f.slug, File: file, Outside: f.outside}
	media, err := mediaType(f.kind)
	if err != nil {
		return s, err
	}
	if s.Slug == "" && file != "-" {
		s.Slug = slugOf(file)
	}
	if !claims.IsSlug(s.Slug) {
		return s, notASlug(s.Slug)
	}
	if f.in != nil {
		s.Bytes, err = readFrom(f.in, file, maxDraft)
	} else {
		s.Bytes, err = readInput(env, file, maxDraft)
	}
	if err != nil {
		return s, err
	}
	library := newLibrary(env)
	s.Text, err = library.Read(ctx, s.Bytes, sources.ReadOptions{MediaType: media, Name: file, Whole: true})
	if err := errors.Join(err, library.Close()); err != nil {
		return s, claims.Invalidf("%s: %w", file, err)
	}
	if s.Text.IsUnread() {
		return s, claims.Invalidf("%s: no words could be read from it", file)
	}
	return s, nil
}

func notASlug(s string) error {
	return &claims.InputError{Err: fmt.Errorf("%q is no slug for an article", s), Hint: "name it: --article azure-deal"}
}

// names lists values as help and errors show them.
func names[T ~string](values []T) string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return strings.Join(all, ", ")
}
