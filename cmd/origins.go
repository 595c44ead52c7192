package cmd

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"stet/sources"
	"stet/sources/origin"
)

func newOriginsCmd(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "origins FILE…",
		Short: "Print which documents are copies of one another",
		Long: `Compare documents and print, as JSON, the groups that are one source (two papers
that print one agency's story), and the pairs that make them, each with its
score and the reason in words.`,
		Example: `  stet origins page.html draft.html filing.pdf`,
		Args:    args(cobra.MinimumNArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return runOrigins(c.Context(), env, args) },
	}
}

// origins is what origins answers: the same as origin.Result, by file.
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

func runOrigins(ctx context.Context, env *Env, files []string) (err error) {
	library := newLibrary(env)
	defer func() { err = errors.Join(err, library.Close()) }()
	texts := make([]string, len(files))
	for i, file := range files {
		t, err := readDocument(ctx, env, library, file, sources.ReadOptions{})
		if err != nil {
			return err
		}
		texts[i] = t.Body
	}
	found := origin.Groups(texts)
	answer := origins{Groups: [][]string{}, Pairs: []originPair{}}
	for _, group := range found.Groups {
		var named []string
		for _, i := range group {
			named = append(named, files[i])
		}
		answer.Groups = append(answer.Groups, named)
	}
	for _, p := range found.Pairs {
		answer.Pairs = append(answer.Pairs, originPair{files[p.A], files[p.B], p.Score, p.Reason})
	}
	return writeJSON(env.Stdout, answer)
}
