package cmd

import (
	"fmt"
	"io"

	"stet/claims/desk"
)

// citationNow is what became of a quote in a source captured anew, as JSON.
type citationNow struct {
	Claim   string `json:"claim"` // such as azure-deal#12
	Quote   string `json:"quote"`
	Outcome string `json:"outcome"` // still there, moved, moved from p. 3 to p. 4, altered, gone or not looked for
	Now     string `json:"now"`     // what stands in the place of words that are gone; "" where that can't be told
	SignOff string `json:"sign_off"`
}

func citationsNow(recited []desk.Recited) []citationNow {
	all := []citationNow{}
	for _, r := range recited {
		all = append(all, citationNow{Claim: r.Ref.String(), Quote: r.Quote, Outcome: r.Outcome(), Now: r.Now, SignOff: signOffNow(r)})
	}
	return all
}

// signOffNow says whether the claim's sign-off stands: "holds", "void", or ""
// where it has none.
func signOffNow(r desk.Recited) string {
	switch {
	case !r.Signed:
		return ""
	case r.Holds:
		return "holds"
	}
	return "void"
}

// writeRecited prints one line for each quote in a source captured anew.
func writeRecited(env *Env, recited []desk.Recited) error {
	return writeOut(env, "", func(w io.Writer) error {
		for _, c := range citationsNow(recited) {
			line := fmt.Sprintf("%s %s: “%s”", c.Claim, c.Outcome, c.Quote)
			if c.Now != "" {
				line += fmt.Sprintf(", where “%s” stands now", c.Now)
			}
			if c.SignOff != "" {
				line += ", sign-off " + c.SignOff
			}
			fmt.Fprintln(w, clean(line))
		}
		return nil
	})
}
