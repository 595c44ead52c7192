package report

import (
	"encoding/json"
	"io"
)

// writeJSON prints the report as one object, described in docs/formats.md.
func writeJSON(w io.Writer, r Report) error {
	e := encoder(w)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// writeNDJSON prints one object a finding and no summary.
func writeNDJSON(w io.Writer, r Report) error {
	e := encoder(w)
	for _, l := range r.Lines {
		if err := e.Encode(l); err != nil {
			return err
		}
	}
	return nil
}

func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}
