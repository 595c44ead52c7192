package text

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"

	"stet/sources"
)

// keeper reads documents in a child process, one at a time. What a document
// does to its reader, it does to the child: a child that crashed, took too long
// or grew too large is ended, and the next document is read by a fresh one.
type keeper struct {
	program []string
	limits  func(size int, o Options) limits
	turn    chan struct{} // holds one token: whoever has it may use child
	child   *child        // nil until it is needed
}

func newKeeper(program []string) *keeper {
	return &keeper{program: program, limits: limitsOf, turn: make(chan struct{}, 1)}
}

// read returns the text of b as the child reads it. Its errors are the
// reader's own, ctx's, or sentences that say how the child ended.
func (k *keeper) read(ctx context.Context, b []byte, o Options) (*sources.Text, error) {
	select {
	case k.turn <- struct{}{}:
		defer func() { <-k.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if k.child == nil {
		started, err := startChild(k.program)
		if err != nil {
			return nil, fmt.Errorf("start the document reader: %w", err)
		}
		k.child = started
	}
	t, err := k.child.read(ctx, b, o, k.limits(len(b), o))
	if k.child.isSpent() {
		k.child.end()
		k.child = nil
	}
	return t, err
}

func (k *keeper) close() {
	k.turn <- struct{}{}
	defer func() { <-k.turn }()
	if k.child != nil {
		k.child.end()
		k.child = nil
	}
}

// child is a running process that serves requests.
type child struct {
	cmd       *exec.Cmd
	in        io.WriteCloser
	out       *bufio.Reader
	complaint bytes.Buffer // the first of what it wrote to standard error; to be read once it has ended
	idle      int64        // what it held when it had started its last part, as resident counts
	ended     bool
}

func startChild(program []string) (*child, error) {
	c := &child{cmd: exec.Command(program[0], program[1:]...)}
	c.cmd.Stderr = &capped{&c.complaint, 4 << 10}
	c.cmd.WaitDelay = time.Second
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.out = bufio.NewReaderSize(out, 1<<16)
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	return c, nil
}

// outcome is a reply, or why there is none.
type outcome struct {
	reply
	err error
}

// read has the child read b within limits. After an error that is not the
// child's own answer the child has ended.
func (c *child) read(ctx context.Context, b []byte, o Options, within limits) (*sources.Text, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	outcomes := make(chan outcome)
	go c.converse(ctx, request{Options: o, Memory: within.memory / 4 * 3}, b, outcomes)
	timer, watch := time.NewTimer(within.time), time.NewTicker(watchEvery)
	defer timer.Stop()
	defer watch.Stop()
	starting, base := false, c.resident()
	for {
		select {
		case got := <-outcomes:
			switch {
			case got.err != nil:
				return nil, c.failure(got.err)
			case got.isLast():
				return got.result()
			}
			starting, base = got.Starting, c.resident()
			c.idle = base
			timer.Reset(within.timeFor(starting))
		case <-watch.C:
			if !starting && c.resident() > base+within.memory {
				c.kill()
				return nil, errOutOfMemory
			}
		case <-timer.C:
			c.kill()
			return nil, fmt.Errorf("reading it took longer than %s and was given up", within.timeFor(starting))
		case <-ctx.Done():
			c.kill()
			return nil, ctx.Err()
		}
	}
}

// converse sends a request and passes on what the child answers, to the last
// reply or error, or until ctx is done.
func (c *child) converse(ctx context.Context, asked request, b []byte, outcomes chan<- outcome) {
	err := send(c.in, asked, b)
	for {
		var got outcome
		if err == nil {
			got.reply, err = c.reply()
		}
		got.err = err
		select {
		case outcomes <- got:
		case <-ctx.Done():
			return
		}
		if err != nil || got.isLast() {
			return
		}
	}
}

func (c *child) reply() (reply, error) {
	var got reply
	body, err := receive(c.out, &got)
	if got.Text != nil {
		got.Text.Body = string(body)
	}
	return got, err
}

// result returns what the last reply says of the document.
func (r *reply) result() (*sources.Text, error) {
	switch {
	case r.Error != "":
		return nil, errors.New(r.Error)
	case r.Text == nil:
		return nil, errors.New("the reader gave no answer on this document")
	}
	return r.Text, nil
}

// errOutOfMemory is of a document that made its reader outgrow its limit.
var errOutOfMemory = errors.New("the reader ran out of memory on this document")

// failure ends a child that no longer answers, because of err, and returns
// what it said of that last.
func (c *child) failure(err error) error {
	c.kill()
	said := c.complaint.String()
	if strings.Contains(said, "out of memory") || strings.Contains(said, "cannot allocate memory") {
		return errOutOfMemory
	}
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, "fatal error: ") || strings.HasPrefix(line, "panic: ") {
			return fmt.Errorf("the reader crashed on this document: %s", strings.TrimSpace(line))
		}
	}
	return fmt.Errorf("the reader ended on this document (%s): %w", c.cmd.ProcessState, err)
}

// resident returns how many bytes of memory the child holds, or 0 where that is
// not known.
func (c *child) resident() int64 { return resident(c.cmd.Process.Pid) }

// isSpent reports whether the child can't be used again, or holds so much
// memory of earlier documents that the next would be charged with it.
func (c *child) isSpent() bool {
	return c.ended || c.resident() > c.idle+minMemory/2
}

// end lets the child end by itself, as it does when its input ends.
func (c *child) end() {
	if c.ended {
		return
	}
	_ = c.in.Close()
	impatient := time.AfterFunc(time.Second, func() { _ = c.cmd.Process.Kill() })
	defer impatient.Stop()
	c.wait()
}

func (c *child) kill() {
	if !c.ended {
		_ = c.cmd.Process.Kill()
		c.wait()
	}
}

// wait waits for the child's end. How it ended is in its ProcessState.
func (c *child) wait() {
	_ = c.cmd.Wait()
	c.ended = true
}
