package text

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// maxPDFTime bounds the reading of one document where it is stoppable.
	maxPDFTime = 2 * time.Minute
	// maxPDFMemory bounds what a document may make the sandbox take, in pages
	// of 64 KiB: 1 GiB.
	maxPDFMemory = 1 << 14
)

// sandbox runs PDFium as WebAssembly, without files, network or clock of ours.
// PDFium is C++ and its input hostile: what goes wrong in there ends in an error
// here, and what doesn't end is stopped.
type sandbox struct {
	turn     chan struct{} // holds a token for each instance that may run at a time
	cacheDir string
	// stoppable is whether ctx and time stop what runs in pool. It makes PDFium
	// take twice as long, as its every loop then looks whether to stop; a child
	// process that will be killed instead goes without.
	stoppable bool
	onStart   func(done bool) // told before and after what is slow to start, unless nil

	starting sync.Mutex // guards what follows, which changes only here and where no instance runs
	cache    wazero.CompilationCache
	pool     pdfium.Pool
	stop     context.CancelFunc // ends whatever runs in pool
}

// newSandbox returns a sandbox in which one instance runs at a time: to stop it
// is to stop the pool.
func newSandbox(cacheDir string) *sandbox {
	return &sandbox{turn: make(chan struct{}, 1), cacheDir: cacheDir, stoppable: true}
}

// newUnstoppable returns a sandbox for a process that can be killed, in which an
// instance may run on each processor, up to four.
func newUnstoppable(cacheDir string, onStart func(done bool)) *sandbox {
	return &sandbox{turn: make(chan struct{}, min(runtime.GOMAXPROCS(0), 4)), cacheDir: cacheDir, onStart: onStart}
}

// use calls f with an instance of PDFium, once it is its turn. Where the sandbox
// is stoppable and ctx is done or the time is up, the instance is stopped, f's
// next call of it fails, and use returns the context's error.
func (s *sandbox) use(ctx context.Context, f func(pdfium.Pdfium) error) error {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := s.start(); err != nil {
		return err
	}
	if s.stoppable {
		return s.callStoppably(ctx, f)
	}
	return s.call(ctx, f)
}

func (s *sandbox) callStoppably(ctx context.Context, f func(pdfium.Pdfium) error) error {
	ctx, cancel := context.WithTimeout(ctx, maxPDFTime)
	defer cancel()
	watch := context.AfterFunc(ctx, s.stop)
	err := s.call(ctx, f)
	if !watch() {
		s.shut()
		return errors.Join(fmt.Errorf("read PDF: %w", ctx.Err()), err)
	}
	return err
}

func (s *sandbox) call(ctx context.Context, f func(pdfium.Pdfium) error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("read PDF: the reader failed: %v", fault)
		}
	}()
	instance, err := s.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return fmt.Errorf("start PDF reader: %w", err)
	}
	err = f(instance)
	_ = instance.Close() // its memory is thrown away with it, whatever it says
	return err
}

// start makes the pool, unless there is one. Compiling PDFium takes seconds, so
// what is compiled is kept: in cacheDir, or where that fails, in memory.
func (s *sandbox) start() error {
	s.starting.Lock()
	defer s.starting.Unlock()
	if s.pool != nil {
		return nil
	}
	if s.onStart != nil {
		s.onStart(false)
		defer s.onStart(true)
	}
	err := errors.New("no cache")
	if s.cache != nil {
		err = s.open(s.cache)
	}
	if s.cache == nil && s.cacheDir != "" {
		if cache, dirErr := wazero.NewCompilationCacheWithDir(s.cacheDir); dirErr == nil {
			err = s.open(cache)
		}
	}
	if err != nil {
		err = s.open(wazero.NewCompilationCache())
	}
	if err != nil {
		return fmt.Errorf("start PDF reader: %w", err)
	}
	return nil
}

func (s *sandbox) open(cache wazero.CompilationCache) error {
	ctx, stop := context.WithCancel(experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0)))
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxIdle: 1, MaxTotal: cap(s.turn),
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(cache).
			WithMemoryLimitPages(maxPDFMemory).
			WithCloseOnContextDone(s.stoppable),
	})
	if err != nil {
		stop()
		return err
	}
	s.cache, s.pool, s.stop = cache, pool, stop
	return nil
}

// shut drops the pool; the next document starts another.
func (s *sandbox) shut() {
	if s.pool == nil {
		return
	}
	_ = s.pool.Close()
	s.stop()
	s.pool = nil
}

func (s *sandbox) close() error {
	for range cap(s.turn) {
		s.turn <- struct{}{}
		defer func() { <-s.turn }()
	}
	s.shut()
	if s.cache == nil {
		return nil
	}
	err := s.cache.Close(context.Background())
	s.cache = nil
	return err
}
