package text

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime/debug"

	"stet/sources"
)

// maxStack bounds in bytes how deep a reader may call itself. A document nested
// beyond that ends the child long before it has eaten its memory.
const maxStack = 64 << 20

// Serve makes this process a reading child: it reads the documents that another
// process's Library sends to in, one at a time, and writes their texts to out.
// It returns when in ends, even from the midst of a document, since nobody waits
// for that any more: the caller must end the process then. It sets limits for
// the whole process, which should do nothing else, and l must not be used before.
func (l *Library) Serve(in io.Reader, out io.Writer) error {
	l.pdf.onStart = announceStart(out)
	return serve(in, out, l.readHere)
}

// announceStart returns what a sandbox is to do before and after it starts: to
// tell whoever asked, who sets no limits to that, and to let compiling take
// memory rather than time.
func announceStart(out io.Writer) func(done bool) {
	var percent int
	var limit int64
	return func(done bool) {
		if done {
			debug.SetGCPercent(percent)
			debug.SetMemoryLimit(limit)
			debug.FreeOSMemory() // what compiling took is not the document's doing
		} else {
			percent, limit = debug.SetGCPercent(400), debug.SetMemoryLimit(math.MaxInt64)
		}
		_ = send(out, reply{Starting: !done, Started: done}, nil)
	}
}

// readFunc reads a document, as Library.Read does.
type readFunc func(ctx context.Context, b []byte, o Options) (*sources.Text, error)

// serve answers the requests that come in by read. What went wrong in sending
// an answer is not told to anybody: in has ended then, or will.
func serve(in io.Reader, out io.Writer, read readFunc) error {
	debug.SetMaxStack(maxStack)
	documents := make(chan func())
	defer close(documents)
	go func() {
		for answer := range documents {
			answer()
		}
	}()
	for {
		var asked request
		b, err := receive(in, &asked)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("receive a document: %w", err)
		}
		documents <- func() { _ = answer(out, read, asked, b) }
	}
}

func answer(out io.Writer, read readFunc, asked request, b []byte) error {
	debug.SetMemoryLimit(asked.Memory)
	t, err := read(context.Background(), b, asked.Options)
	if err != nil {
		return send(out, reply{Error: err.Error()}, nil)
	}
	head := *t
	head.Body = ""
	return send(out, reply{Text: &head}, []byte(t.Body))
}
