package cmd

import (
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is the release that this source becomes; CHANGELOG.md says what is
// in it.
const version = "0.1.0"

func newVersionCmd(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: `  stet version`,
		Args:    args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			revision := ""
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" && len(s.Value) >= 12 {
						revision = " (" + s.Value[:12] + ")"
					}
				}
			}
			return say(env, "stet %s%s", version, revision)
		},
	}
}
