package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// childVariable names the task that a test runs in a process of its own, with
// its arguments: this binary, run again.
const childVariable = "STET_STORE_CHILD"

// children are the tasks that tests run in processes of their own.
var children = map[string]func(ctx context.Context, args []string) error{
	"write":   writeArticles,
	"import":  importForever,
	"relabel": relabel,
	"locked":  readLocked,
	"index":   indexAgain,
}

func TestMain(m *testing.M) {
	task, ok := os.LookupEnv(childVariable)
	if !ok {
		os.Exit(m.Run())
	}
	args := strings.Split(task, "\n")
	if err := children[args[0]](context.Background(), args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child returns a process that will run a task.
func child(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childVariable+"="+strings.Join(args, "\n"))
	cmd.Stderr = new(bytes.Buffer)
	return cmd
}

// writeArticles imports articles of its own into the ledger, one a change.
func writeArticles(ctx context.Context, args []string) error {
	path, name := args[0], args[1]
	first, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	l, err := Open(ctx, path, Options{Create: true})
	if err != nil {
		return err
	}
	for i := range articlesEach {
		if err := l.Apply(ctx, story(fmt.Sprintf("%s-%03d", name, i), first+i, 5)); err != nil {
			return err
		}
	}
	return l.Close()
}

// relabel changes the first claim of one article again and again, reading it
// anew where another process was quicker.
func relabel(ctx context.Context, args []string) error {
	l, err := Open(ctx, args[0], Options{})
	if err != nil {
		return err
	}
	for done := 0; done < relabelsEach; {
		d, err := l.Dossier(ctx, "ship")
		if err != nil {
			return err
		}
		c := &story("ship", 1, 1).Claims[0]
		*c = d.Entries[0].Claim
		n, _ := strconv.Atoi(c.LabelBy)
		c.LabelBy = strconv.Itoa(n + 1)
		err = l.Apply(ctx, changeOf(d, *c))
		if err == nil {
			done++
		} else if !errors.Is(err, ErrConflict) {
			return err
		}
	}
	return l.Close()
}

// importForever imports large articles until it is killed, and says so as each
// begins.
func importForever(ctx context.Context, args []string) error {
	l, err := Open(ctx, args[0], Options{})
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		slug := fmt.Sprintf("%s-%d", args[1], i)
		known, err := l.Sources(ctx)
		if err != nil {
			return err
		}
		c := story(slug, len(known)+1, claimsEach)
		fmt.Println(slug)
		if err := l.Apply(ctx, c); err != nil {
			return err
		}
	}
}
