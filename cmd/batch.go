package cmd

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stet/claims"
)

// maxRequest bounds one line of a batch, in bytes: a request may carry a whole
// book.
const maxRequest = 256 << 20

// addBatch gives a plumbing command its --batch flag.
func addBatch(c *cobra.Command, batch *bool, fields string) {
	c.Flags().BoolVar(batch, "batch", false, "answer NDJSON requests on standard input, one line each, in order: "+fields)
}

// argsUnlessBatch wants n arguments, or none with --batch.
func argsUnlessBatch(batch *bool, least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, given []string) error {
		if *batch {
			return args(cobra.NoArgs)(c, given)
		}
		return args(cobra.RangeArgs(least, most))(c, given)
	}
}

// runBatch answers each request line on standard input with one line, in
// order, echoing its id. A request that can't be answered gets a line with an
// error, and the command ends as bad input does once all are answered.
func runBatch[Request, Answer any](ctx context.Context, env *Env, answer func(context.Context, Request) (Answer, error)) error {
	out := bufio.NewWriter(env.Stdout)
	in := bufio.NewReaderSize(env.Stdin, 1<<16)
	failed := 0
	for line := 1; ; line++ {
		raw, err := nextRequest(in)
		if len(bytes.TrimSpace(raw)) > 0 {
			reply, ok := answerLine(ctx, line, raw, answer)
			if !ok {
				failed++
			}
			if err := errors.Join(ctx.Err(), writeLine(out, reply), out.Flush()); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF) && failed > 0:
			return claims.Invalidf("%s could not be answered", plural(failed, "request"))
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

func nextRequest(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxRequest {
			return nil, claims.Invalidf("a request line is larger than %d MB", maxRequest>>20)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// answerLine answers one request as a JSON object with the request's id first
// where it had one.
func answerLine[Request, Answer any](ctx context.Context, line int, raw []byte, answer func(context.Context, Request) (Answer, error)) (json.RawMessage, bool) {
	var envelope struct {
		ID json.RawMessage `json:"id"`
	}
	var request Request
	err := json.Unmarshal(raw, &envelope) // its id is for the answer, if the rest is wrong
	if requestErr := json.Unmarshal(raw, &request); err == nil {
		err = requestErr
	}
	if err != nil {
		return failure(envelope.ID, fmt.Errorf("line %d: not a request: %w", line, err)), false
	}
	reply, err := answer(ctx, request)
	if err != nil {
		return failure(envelope.ID, fmt.Errorf("line %d: %w", line, err)), false
	}
	return withID(envelope.ID, reply), true
}

func failure(id json.RawMessage, err error) json.RawMessage {
	return withID(id, map[string]string{"error": err.Error()})
}

func withID(id json.RawMessage, reply any) json.RawMessage {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(reply); err != nil {
		return failure(id, err)
	}
	body := bytes.TrimSpace(b.Bytes())
	if len(id) == 0 {
		return body
	}
	head := append([]byte(`{"id":`), id...)
	if len(body) > 2 {
		head = append(head, ',')
	}
	return append(head, body[1:]...)
}
