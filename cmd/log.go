package cmd

import (
	"context"
	"encoding/json"
	"time"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources/fetch"
)

type logOptions struct {
	*global
	after int64
	list  listFormat
}

func newLogCmd(env *Env, g *global) *cobra.Command {
	opts := logOptions{global: g}
	c := &cobra.Command{
		Use:   "log [ARTICLE]",
		Short: "Show who changed what, and when",
		Long: `Show the ledger's history, oldest first: one event for each row that a change
wrote. Nothing is ever taken out of it.`,
		Example: `  stet log azure-deal
  stet log --after 1200 --format ndjson`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return runLog(c.Context(), env, opts, append(args, "")[0])
		},
	}
	c.Flags().Int64Var(&opts.after, "after", 0, "only events after this number")
	opts.list.add(c, "table", "json", "ndjson")
	return c
}

// eventRecord is an event as it is printed.
type eventRecord struct {
	Seq    int64           `json:"seq"`
	Change string          `json:"change"`
	At     time.Time       `json:"at"`
	By     string          `json:"by"`
	What   string          `json:"what"`
	Table  string          `json:"table"`
	Key    string          `json:"key"`
	Row    json.RawMessage `json:"row,omitempty"`
}

func runLog(ctx context.Context, env *Env, opts logOptions, slug string) (err error) {
	if err := opts.list.parse(); err != nil {
		return err
	}
	s, err := opts.open(ctx, env, readOnly, fetch.Options{})
	if err != nil {
		return err
	}
	defer s.close(&err)
	if slug != "" {
		if _, err := s.ledger.Article(ctx, slug); err != nil {
			return err
		}
	}
	out := newListing(env, opts.list.name, "events", []column{
		{title: "#"}, {title: "when"}, {title: "who"}, {title: "what"}, {title: "row"}, {title: "says", wide: true},
	})
	err = s.ledger.History(ctx, slug, opts.after, func(e claims.Event) error {
		rec := eventRecord{e.Seq, e.Change, e.At, e.By, e.What, e.Table, e.Key, json.RawMessage(e.Row)}
		return out.add(rec, itoa(e.Seq), e.At.UTC().Format("2006-01-02 15:04"), e.By, e.What, e.Table, eventGist(e))
	})
	if err != nil {
		return err
	}
	return out.close()
}

// eventGist says in a few words what a row is about.
func eventGist(e claims.Event) string {
	if len(e.Row) == 0 {
		return "removed"
	}
	var row map[string]any
	if json.Unmarshal(e.Row, &row) != nil {
		return ""
	}
	for _, field := range []string{"verdict", "text", "quote", "state", "address", "held", "slug", "file", "digest"} {
		if s, ok := row[field].(string); ok && s != "" {
			return s
		}
	}
	return ""
}
