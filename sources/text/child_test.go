package text

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stet/sources"
)

// childVariable makes the test's own program a reading child: "stet" one as the
// program runs it, "hostile" one that does what its documents say.
const childVariable = "STET_TEST_READING_CHILD"

func TestMain(m *testing.M) {
	var err error
	switch os.Getenv(childVariable) {
	case "stet":
		err = shared().Serve(os.Stdin, os.Stdout)
	case "hostile":
		err = serve(os.Stdin, os.Stdout, obey)
	default:
		os.Exit(m.Run())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// obey does to its process what a document says, as if a reader were tricked
// into it.
func obey(_ context.Context, b []byte, _ Options) (*sources.Text, error) {
	switch word := string(b); word {
	case "hang":
		select {}
	case "spin":
		for n := 0; ; n++ {
			b[0] = byte(n)
		}
	case "panic":
		panic("a reader's invariant is broken")
	case "recurse":
		return nil, fmt.Errorf("depth %d", fall(0))
	case "exit":
		os.Exit(7)
	case "eat":
		return nil, fmt.Errorf("ate %d bytes", devour(4<<30))
	case "babble":
		fmt.Print("no message at all")
		select {}
	case "refuse":
		return nil, errors.New("the document is refused")
	}
	return &sources.Text{Body: string(b)}, nil
}

func fall(n int) int {
	if n < 0 {
		return 0
	}
	return fall(n+1) + 1
}

func devour(n int) int {
	var eaten [][]byte
	for len(eaten) < n>>20 {
		mouthful := make([]byte, 1<<20)
		for i := range mouthful {
			mouthful[i] = byte(i)
		}
		eaten = append(eaten, mouthful)
	}
	return len(eaten) << 20
}

// childLibrary returns a Library that reads in a child process of this kind.
func childLibrary(t *testing.T, kind string) *Library {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(childVariable, kind)
	l := NewLibrary(Setup{Program: []string{program}})
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// TestAChildReadsTheSame reads every document of the project's testdata in a
// child and in this process.
func TestAChildReadsTheSame(t *testing.T) {
	l := childLibrary(t, "stet")
	entries, err := os.ReadDir("../../testdata/sources")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, o := fixture(t, e.Name()), Options{Name: e.Name(), Whole: true}
		want, wantErr := library(t).Read(context.Background(), b, o)
		got, err := l.keeper.read(context.Background(), b, o)
		if fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("%s: error %v, want %v", e.Name(), err, wantErr)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: in a child it reads otherwise:\n%s", e.Name(), diff)
		}
	}
}

// TestADocumentFailsAlone has documents do to their reader what they can, and
// after each reads another.
func TestADocumentFailsAlone(t *testing.T) {
	l := childLibrary(t, "hostile")
	l.keeper.limits = func(_ int, o Options) limits {
		if o.Name == "short" {
			return limits{time: 100 * time.Millisecond, memory: minMemory}
		}
		return limits{time: time.Minute, memory: minMemory / 2}
	}
	for _, tt := range []struct{ document, name, want string }{
		{"hang", "short", "reading it took longer than 100ms and was given up"},
		{"spin", "short", "reading it took longer than 100ms and was given up"},
		{"panic", "", "the reader crashed on this document: panic: a reader's invariant is broken"},
		{"recurse", "", "the reader crashed on this document: fatal error: stack overflow"},
		{"exit", "", "the reader ended on this document (exit status 7)"},
		{"babble", "", "the reader ended on this document"},
		{"refuse", "", "the document is refused"},
	} {
		t.Run(tt.document, func(t *testing.T) {
			_, err := l.keeper.read(context.Background(), []byte(tt.document), Options{Name: tt.name})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
			got, err := l.keeper.read(context.Background(), []byte("words"), Options{})
			if err != nil || got.Body != "words" {
				t.Errorf("the next document: %v, %v", got, err)
			}
		})
	}
}

func TestAChildIsStoppedWithItsReader(t *testing.T) {
	l := childLibrary(t, "hostile")
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := l.keeper.read(ctx, []byte("hang"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that it was canceled", err)
	}
	if l.keeper.child != nil {
		t.Error("the child lives on")
	}
	if _, err := l.keeper.read(ctx, []byte("words"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that it was canceled", err)
	}
}

// TestServeEndsWithItsInput ends the input in the midst of a document, as the
// death of the asking process does.
func TestServeEndsWithItsInput(t *testing.T) {
	in, asking := io.Pipe()
	reading := make(chan struct{})
	stuck := func(context.Context, []byte, Options) (*sources.Text, error) {
		close(reading)
		select {}
	}
	ended := make(chan error)
	go func() { ended <- serve(in, io.Discard, stuck) }()
	if err := send(asking, request{Memory: minMemory}, []byte("words")); err != nil {
		t.Fatal(err)
	}
	<-reading
	asking.Close()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestShortDraftsNeedNoChild(t *testing.T) {
	l := NewLibrary(Setup{Program: []string{"/nonexistent/stet"}})
	if _, err := l.Read(context.Background(), []byte("# Words\n"), Options{Name: "draft.md"}); err != nil {
		t.Error(err)
	}
	for name, b := range map[string][]byte{
		"draft.md":  []byte(strings.Repeat("[a](", maxHarmless)),
		"page.html": []byte("<p>Words</p>"),
		"notes.txt": fixture(t, "memo.pdf"),
	} {
		if _, err := l.Read(context.Background(), b, Options{Name: name}); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: error %v, want that there is no such program", name, err)
		}
	}
}

func TestMessagesAreBounded(t *testing.T) {
	var got reply
	for name, message := range map[string]string{
		"a head of 4 GB":  "\xff\xff\xff\xff\x00\x00\x00\x00{}",
		"a body of 4 GB":  "\x00\x00\x00\x02\xff\xff\xff\xff{}",
		"half a head":     "\x00\x00\x00\x04\x00\x00\x00\x00{}",
		"half of lengths": "\x00\x00\x00",
		"no JSON":         "\x00\x00\x00\x02\x00\x00\x00\x00]]",
	} {
		if _, err := receive(strings.NewReader(message), &got); err == nil || errors.Is(err, io.EOF) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
