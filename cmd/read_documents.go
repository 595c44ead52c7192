package cmd

import (
	"os"

	"github.com/spf13/cobra"

	"stet/claims"
)

// readDocuments names the command that a reading child runs.
const readDocuments = "read-documents"

// newReadDocumentsCmd is the other end of the pipe that newLibrary's readers
// send untrusted documents through. It is for no person to type.
func newReadDocumentsCmd(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:    readDocuments,
		Short:  "Read the documents that another stet sends on standard input",
		Hidden: true,
		Args:   args(cobra.NoArgs),
		RunE:   func(*cobra.Command, []string) error { return runReadDocuments(env) },
	}
}

func runReadDocuments(env *Env) error {
	if env.ReadingChild == nil {
		return claims.Invalidf("%s serves another stet, as a process of its own", readDocuments)
	}
	alone := *env
	alone.ReadingChild = nil // a child has no children
	return newLibrary(&alone).Serve(env.Stdin, env.Stdout)
}

// readingChild returns the command line that runs this program as a reading
// child, or nil where the system can't say what this program is.
func readingChild() []string {
	program, err := os.Executable()
	if err != nil {
		return nil
	}
	return []string{program, readDocuments}
}
