// Command stet is a fact-checking ledger for newsrooms.
package main

import (
	"os"

	"stet/cmd"
)

func main() { os.Exit(cmd.Main()) }
