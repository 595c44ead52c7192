package report

import (
	"fmt"
	"io"
	"strings"

	"stet/claims"
)

// githubLevels are the workflow commands for the severities.
var githubLevels = map[claims.Severity]string{claims.Error: "error", claims.Warning: "warning", claims.Info: "notice"}

// githubData and githubProperty escape as GitHub's own toolkit does
// (actions/toolkit, packages/core/src/command.ts): a property also its
// separators.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeGitHub prints a workflow command a finding, which GitHub Actions shows
// beside the line in a pull request.
func writeGitHub(w io.Writer, r Report) error {
	for _, l := range r.Lines {
		at := "file=" + githubProperty.Replace(Clean(l.File))
		if l.Line > 0 {
			at += fmt.Sprintf(",line=%d,col=%d", l.Line, l.Column)
		}
		title := githubProperty.Replace("stet " + l.Check)
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", githubLevels[l.Severity], at, title, githubData.Replace(oneLine(l.Message))); err != nil {
			return err
		}
	}
	return nil
}
