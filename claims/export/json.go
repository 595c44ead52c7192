package export

import (
	"bytes"
	"encoding/json"
	"io"
)

// JSONVersion names the fields of Record; fields are only ever added to one
// version.
const JSONVersion = "stet-claims/1"

// jsonWriter writes one object: {"format": …, "claims": [ … ]}.
type jsonWriter struct {
	out    io.Writer
	opened bool
}

func newJSON(w io.Writer, _ Options) Writer { return &jsonWriter{out: w} }

func (w *jsonWriter) Write(r Record) error {
	b, err := marshal(r, "    ", "  ")
	if err != nil {
		return err
	}
	before := ",\n    "
	if !w.opened {
		w.opened = true
		before = "{\n  \"format\": \"" + JSONVersion + "\",\n  \"claims\": [\n    "
	}
	_, err = io.WriteString(w.out, before+string(b))
	return err
}

func (w *jsonWriter) Close() error {
	end := "\n  ]\n}\n"
	if !w.opened {
		end = "{\n  \"format\": \"" + JSONVersion + "\",\n  \"claims\": []\n}\n"
	}
	_, err := io.WriteString(w.out, end)
	return err
}

// ndjsonWriter writes one object a claim, one a line.
type ndjsonWriter struct{ out *json.Encoder }

func newNDJSON(w io.Writer, _ Options) Writer {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return ndjsonWriter{e}
}

func (w ndjsonWriter) Write(r Record) error { return w.out.Encode(r) }
func (ndjsonWriter) Close() error           { return nil }

func marshal(v any, prefix, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, indent)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}
