// Package cmd is the command line of stet: one file a verb. Commands parse
// flags, call the desk or the ledger, and render; what they decide on lives
// below them.
package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/mattn/go-isatty"
	"golang.org/x/term"

	"stet/claims"
)

// Exit codes, the same whatever the output format.
const (
	exitOK          = 0   // nothing wrong
	exitFindings    = 1   // findings at or above --fail-on
	exitInvalid     = 2   // wrong invocation, configuration or input; nothing was changed
	exitUnfinished  = 3   // could not finish: ledger, disk, no network at all
	exitInterrupted = 130 // 128 + SIGINT, as shells report it
	exitPipe        = 141 // 128 + SIGPIPE: whoever read the output wants no more
)

// Env is everything that a command takes from the world outside, so that tests
// can run commands in-process.
type Env struct {
	Stdin  io.Reader
	Stdout io.Writer // the answer
	Stderr io.Writer // the conversation
	Now    func() time.Time
	Getenv func(string) string
	// GitName returns git's user name, or "" where there is none.
	GitName func() string
	// Width is the terminal's columns where Stdout is one, and 0 where the
	// output is piped.
	Width int
	// ReadingChild is the command line that runs read-documents of this same
	// program, or nil where documents are to be read in this process.
	ReadingChild []string
	// Key reads one key as it is pressed. It is nil where nobody sits at a
	// terminal who could press one.
	Key func() (byte, error)
	// Chatty says that Stderr is a terminal, so that progress may be shown.
	Chatty bool
	// newFile makes the file beside one that it will replace; nil where that
	// is a file on disk. Tests put a failing disk in its place.
	newFile func(file string) (outFile, error)
}

// Main runs stet with the process's own arguments and streams and returns its
// exit code.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failOnClosedPipe()
	return Run(ctx, osEnv(), os.Args[1:])
}

// failOnClosedPipe makes writing to a pipe that nobody reads any more an error,
// rather than the end of the process, so that the ledger is closed as always.
func failOnClosedPipe() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

func osEnv() *Env {
	env := &Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Now: time.Now, Getenv: os.Getenv, GitName: gitName,
		ReadingChild: readingChild(), Chatty: isatty.IsTerminal(os.Stderr.Fd()),
	}
	if isatty.IsTerminal(os.Stdout.Fd()) {
		env.Width, env.Key = 80, keys(os.Stdin)
		if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && width > 0 {
			env.Width = width
		}
	}
	return env
}

func gitName() string {
	out, err := exec.Command("git", "config", "user.name").Output()
	if err != nil {
		return "" // no git, or no name: the caller says what to do
	}
	return strings.TrimSpace(string(out))
}

// Run runs one command and returns its exit code. Errors are told on
// env.Stderr.
func Run(ctx context.Context, env *Env, args []string) int {
	root := newRootCmd(env)
	root.SetArgs(args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	code := exitCode(ctx, err)
	if code != exitFindings && code != exitPipe {
		tell(env.Stderr, code, err)
	}
	return code
}

// findingsError ends a command that did its work and found something.
type findingsError struct{}

func (findingsError) Error() string { return "there are findings" }

// usageError is an error in the invocation, as cobra reports it.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func exitCode(ctx context.Context, err error) int {
	var found findingsError
	var usage usageError
	var input *claims.InputError
	switch {
	case errors.As(err, &found):
		return exitFindings
	case ctx.Err() != nil, errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE):
		return exitPipe
	case errors.As(err, &usage), errors.As(err, &input), errors.Is(err, claims.ErrNotFound):
		return exitInvalid
	}
	return exitUnfinished
}

func tell(w io.Writer, code int, err error) {
	if code == exitInterrupted {
		fmt.Fprintln(w, "stet: interrupted")
		return
	}
	fmt.Fprintf(w, "stet: %s\n", clean(err.Error()))
	var input *claims.InputError
	if errors.As(err, &input) && input.Hint != "" {
		fmt.Fprintf(w, "hint: %s\n", clean(input.Hint))
	}
}
