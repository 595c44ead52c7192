package text

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// maxPDFMemory bounds what a document may make an instance take, in pages of
	// 64 KiB: 1 GiB.
	maxPDFMemory = 1 << 14
	// maxInstances bounds how many instances run at a time, as each takes memory
	// of its own.
	maxInstances = 4
)

// sandbox runs PDFium as WebAssembly, without files, network or clock of ours.
// PDFium is C++ and its input hostile: what goes wrong in there ends in an error
// here. What doesn't end is not stopped, since PDFium takes twice as long where
// its every loop looks whether to stop: a process is ended instead.
type sandbox struct {
	turn     chan struct{} // holds a token for each instance that may run at a time
	cacheDir string
	onStart  func(done bool) // told before and after what is slow to start, unless nil

	starting sync.Mutex // guards what follows, which changes only in start and close
	cache    wazero.CompilationCache
	pool     pdfium.Pool
}

// newSandbox returns a sandbox that runs an instance on each processor, up to
// maxInstances.
func newSandbox(cacheDir string) *sandbox {
	return &sandbox{turn: make(chan struct{}, min(runtime.GOMAXPROCS(0), maxInstances)), cacheDir: cacheDir}
}

// use calls f with an instance of PDFium, once it is its turn, or returns ctx's
// error where ctx is done before.
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
	return s.call(ctx, f)
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
	if s.cacheDir != "" {
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
	pool, err := webassembly.Init(webassembly.Config{
		Context: experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0)),
		MaxIdle: 1, MaxTotal: cap(s.turn),
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(cache).
			WithMemoryLimitPages(maxPDFMemory),
	})
	if err != nil {
		return err
	}
	s.cache, s.pool = cache, pool
	return nil
}

// close ends the sandbox once no instance runs. It may be used again.
func (s *sandbox) close() error {
	for range cap(s.turn) {
		s.turn <- struct{}{}
		defer func() { <-s.turn }()
	}
	if s.pool == nil {
		return nil
	}
	_ = s.pool.Close()
	err := s.cache.Close(context.Background())
	s.pool, s.cache = nil, nil
	return err
}
