package cmd

import (
	"fmt"
	"io"
)

// writeAsked writes what was asked about the claim, and of whom.
func (r shownClaim) writeAsked(w io.Writer) {
	for _, q := range r.Queries {
		asked := "put by " + q.By + ", " + q.At
		if q.To != "" {
			asked = "put to " + q.To + " by " + q.By + ", " + q.At
		}
		fmt.Fprintf(w, "\n  %-9s %s\n", fmt.Sprintf("query %d", q.Number), wrap(asked, 12))
		fmt.Fprintf(w, "%12s%s\n", "", wrap("“"+q.Question+"”", 12))
		if q.Answer == "" {
			fmt.Fprintf(w, "%12sopen\n", "")
			continue
		}
		fmt.Fprintf(w, "%12s%s\n", "", wrap(q.AnsweredBy+", "+q.AnsweredAt+": “"+q.Answer+"”", 12))
	}
	for _, y := range r.Replies {
		fmt.Fprintf(w, "\n  %-9s %s\n", "reply", wrap(y.To+": "+y.Standing(r.now), 12))
		if y.Response != "" {
			fmt.Fprintf(w, "%12s%s\n", "", wrap("“"+y.Response+"”", 12))
		}
	}
}
