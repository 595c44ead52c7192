package text

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"stet/sources"
)

const jsonType = "application/json"

// readJSON reads JSON (RFC 8259), one value or many in a row: each string,
// number and truth value on a line and as a block, in the order of the file,
// behind the name that it has in its object, which is often part of what it
// says ("2024: 33"). The name of an object or list is a heading.
func readJSON(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	file, err := decodeSource(b, o)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(strings.NewReader(file))
	d.UseNumber()
	w := &jsonWriter{body: newBody()}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(w.open) == 0 {
				return w.finish(""), nil
			}
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, fmt.Errorf("the JSON is damaged at byte %d: %w", d.InputOffset(), err)
		}
		w.take(token)
	}
}

// jsonWriter writes values as they come.
type jsonWriter struct {
	*body
	open []jsonLevel // objects and lists
	name string      // of the next value, where it has one
}

// jsonLevel is an object or list that is open.
type jsonLevel struct {
	isObject bool
	isValue  bool // the next string is a value, not a name
}

func (w *jsonWriter) take(token json.Token) {
	if mark, ok := token.(json.Delim); ok {
		w.bracket(mark)
		return
	}
	if n := len(w.open); n > 0 && w.open[n-1].isObject && !w.open[n-1].isValue {
		w.name, _ = token.(string)
		w.open[n-1].isValue = true
		return
	}
	if token != nil {
		w.value(fmt.Sprint(token), w.name)
	}
	w.endValue()
}

func (w *jsonWriter) bracket(mark json.Delim) {
	switch mark {
	case '{', '[':
		w.heading(w.name)
		w.name = ""
		w.open = append(w.open, jsonLevel{isObject: mark == '{'})
	default:
		w.open = w.open[:len(w.open)-1]
		w.separate("\n\n")
		w.endValue()
	}
}

// endValue awaits the name of the next value in an object.
func (w *jsonWriter) endValue() {
	w.name = ""
	if n := len(w.open); n > 0 {
		w.open[n-1].isValue = false
	}
}

func (w *jsonWriter) value(words, name string) {
	if trimmed(words) == "" {
		return
	}
	if trimmed(name) != "" {
		words = name + ": " + words
	}
	w.cell(words, nowhere)
	w.separate("\n")
}

// maxHeading is the lowest level of a heading.
const maxHeading = 6

// heading writes the name of an object or list.
func (w *jsonWriter) heading(name string) {
	if trimmed(name) == "" || len(w.text.Blocks) >= maxCells {
		return
	}
	w.separate("\n\n")
	start := w.len()
	w.add(name, nowhere)
	w.block(sources.Heading, min(len(w.open), maxHeading), start)
	w.separate("\n")
}
