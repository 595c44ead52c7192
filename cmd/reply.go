package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"stet/claims"
	"stet/claims/desk"
	"stet/claims/export"
)

func newReplyCmd(env *Env, g *global) *cobra.Command {
	return parent("reply", "Record whom claims are critical of, and what they said",
		`A claim that is critical of somebody is not published before they were asked for
comment and had time to answer. Which claims are is for people to say: reply add
says so, records when somebody was asked, until when they were to answer, and
what they said. At closing a claim whose reply is owed, or still awaited, is an
error.

What is recorded hangs on the claim and keeps the words that were put to whom
was asked: where the claim has others by now, an audit says so. A claim split
off another has its replies too; one merged into another takes them along.`,
		`  stet reply add azure-deal#3 azure-deal#4 --to "Corvane Labs"
  stet reply add azure-deal#3 --contacted "2025-11-28 10:00" --via email
  stet reply add azure-deal#3 --deadline "2025-12-01 18:00"
  stet reply add azure-deal#3 --response "We paid what we owed."
  stet reply list azure-deal`,
		newReplyAddCmd(env, g), newReplyListCmd(env, g), newReplyDropCmd(env, g))
}

type replyAddOptions struct {
	*global
	contact                        desk.Contact
	contacted, deadline, responded string
	json                           bool
}

func newReplyAddCmd(env *Env, g *global) *cobra.Command {
	opts := replyAddOptions{global: g}
	c := &cobra.Command{
		Use:   "add CLAIM…",
		Short: "Mark claims critical of somebody, or record a request for comment",
		Long: `Say that claims are critical of somebody, all or none of them, and record what
is known of the request for comment. Call it again as things go on: what a flag
does not say stays as it was recorded. A new --contacted begins anew, with the
claim's words as they are now; the deadline and response before it stay in the
history. Who answers that they will not comment has responded.`,
		Example: `  stet reply add azure-deal#3 azure-deal#4 --to "Corvane Labs"
  stet reply add azure-deal#3 --contacted "2025-11-28 10:00" --via phone
  stet reply add azure-deal#3 --deadline 2025-12-01
  stet reply add azure-deal#3 --response "Declined to comment."`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return runReplyAdd(c.Context(), env, opts, args) },
	}
	f := c.Flags()
	f.StringVar(&opts.contact.To, "to", "", "whom the claims are critical of (default: whoever was recorded, if one)")
	f.StringVar(&opts.contact.Via, "via", "", "how they were asked, such as phone or email")
	f.StringVar(&opts.contacted, "contacted", "", "when they were asked, "+momentUsage)
	f.StringVar(&opts.deadline, "deadline", "", "until when they were to answer; a day alone is its end")
	f.StringVar(&opts.contact.Response, "response", "", "what they said")
	f.StringVar(&opts.responded, "responded", "", "when they said it (default: now)")
	f.BoolVar(&opts.json, "json", false, "print what is recorded as one JSON object")
	return c
}

// parse reads the times.
func (o *replyAddOptions) parse(env *Env) (err error) {
	for _, moment := range []struct {
		flag, text string
		endOfDay   bool
	}{{"contacted", o.contacted, false}, {"deadline", o.deadline, true}, {"responded", o.responded, false}} {
		t, err := parseMoment(env, moment.text, moment.endOfDay)
		if err != nil {
			return claims.Invalidf("--%s: %w", moment.flag, err)
		}
		switch moment.flag {
		case "contacted":
			o.contact.At = t
		case "deadline":
			o.contact.Deadline = t
		default:
			o.contact.RespondedAt = t
		}
	}
	return nil
}

func runReplyAdd(ctx context.Context, env *Env, opts replyAddOptions, args []string) error {
	refs, err := parseRefs(args)
	if err != nil {
		return err
	}
	if err := opts.parse(env); err != nil {
		return err
	}
	return opts.atDesk(ctx, env, func(s *session) error {
		logged, err := s.desk.LogReply(ctx, opts.name(env), refs, opts.contact)
		if err != nil {
			return named(err)
		}
		if opts.json {
			return writeJSON(env.Stdout, map[string]any{"replies": replyRecords(refs, logged)})
		}
		for i, r := range logged {
			if err := say(env, "%s %s: %s", refs[i], clean(r.To), clean(export.NewReply(r).Standing(env.Now()))); err != nil {
				return err
			}
		}
		return nil
	})
}

// claimReply is a reply as it is listed, with its claim.
type claimReply struct {
	Article string `json:"article"`
	Claim   int    `json:"claim"`
	export.Reply
}

func replyRecords(refs []claims.Ref, logged []claims.Reply) []claimReply {
	records := make([]claimReply, len(logged))
	for i, r := range logged {
		records[i] = claimReply{refs[i].Slug, refs[i].Number, export.NewReply(r)}
	}
	return records
}

func newReplyListCmd(env *Env, g *global) *cobra.Command {
	opts := askedListOptions{global: g}
	c := &cobra.Command{
		Use:   "list [ARTICLE]",
		Short: "List whom claims are critical of, and what they said",
		Example: `  stet reply list azure-deal
  stet reply list --open --format json`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return runReplyList(c.Context(), env, opts, append(args, "")[0])
		},
	}
	c.Flags().BoolVar(&opts.open, "open", false, "only of those who have not responded, on claims that are not cut")
	opts.list.add(c, "table", "json", "ndjson")
	return c
}

func runReplyList(ctx context.Context, env *Env, opts askedListOptions, slug string) error {
	columns := []column{{title: "claim"}, {title: "critical of", wide: true}, {title: "asked"}, {title: "deadline"}, {title: "response", wide: true, wraps: true}}
	return opts.each(ctx, env, slug, "replies", columns, func(out *listing, r export.Record) error {
		for _, y := range r.Replies {
			if opts.open && (y.Response != "" || r.Cut) {
				continue
			}
			if err := out.add(claimReply{r.Article, r.Claim, y}, refOf(r), y.To, y.ContactedAt, y.Deadline, y.Response); err != nil {
				return err
			}
		}
		return nil
	})
}

func newReplyDropCmd(env *Env, g *global) *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:     "drop CLAIM…",
		Short:   "Take back that claims are critical of somebody",
		Long:    "Take back that claims are critical of somebody, all or none of them. What was\nrecorded stays in the history.",
		Example: `  stet reply drop azure-deal#4 --to "Corvane Labs"`,
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			refs, err := parseRefs(args)
			if err != nil {
				return err
			}
			return g.atDesk(c.Context(), env, func(s *session) error {
				if err := s.desk.DropReply(c.Context(), g.name(env), refs, to); err != nil {
					return err
				}
				for _, ref := range refs {
					if err := say(env, "%s dropped", ref); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	c.Flags().StringVar(&to, "to", "", "whom they are not critical of (default: whoever was recorded, if one)")
	return c
}
