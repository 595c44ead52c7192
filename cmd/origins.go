package cmd

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"stet/sources"
	"stet/sources/origin"
	"stet/sources/text"
)

func newOriginsCmd(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "origins FILE…",
		Short: "Print which documents are one source",
		Long: `Compare documents and print, as JSON, the groups that are one source (two papers
that print one agency's story, a press release and what was made of it), and the
pairs that make them, each with the score of their words and the reason.`,
		Example: `  stet origins page.html draft.html filing.pdf`,
		Args:    args(cobra.MinimumNArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return runOrigins(c.Context(), env, args) },
	}
}

// origins is what origins answers: the same as origin.Result, by name.
type origins struct {
	Groups [][]string   `json:"groups"`
	Pairs  []originPair `json:"pairs"`
}

type originPair struct {
	A      string  `json:"a"`
	B      string  `json:"b"`
	Score  float64 `json:"score"`
	Reason string  `json:"reason"`
}

func newOrigins(found origin.Result, names []string) origins {
	answer := origins{Groups: [][]string{}, Pairs: []originPair{}}
	for _, group := range found.Groups {
		var named []string
		for _, i := range group {
			named = append(named, names[i])
		}
		answer.Groups = append(answer.Groups, named)
	}
	for _, p := range found.Pairs {
		answer.Pairs = append(answer.Pairs, originPair{names[p.A], names[p.B], p.Score, p.Reason})
	}
	return answer
}

func runOrigins(ctx context.Context, env *Env, files []string) (err error) {
	library := newLibrary(env)
	defer func() { err = errors.Join(err, library.Close()) }()
	documents := make([]origin.Document, len(files))
	for i, file := range files {
		t, err := readDocument(ctx, env, library, file, sources.ReadOptions{})
		if err != nil {
			return err
		}
		documents[i] = origin.Document{Address: t.Canonical, Kind: text.GuessKind(t, filepath.ToSlash(file)), Text: t}
	}
	return writeJSON(env.Stdout, newOrigins(origin.Of(documents), files))
}
