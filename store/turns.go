package store

import (
	"context"
	"sync"
)

// inTurns has producers at work at once, and consumes what they put in turn: the
// first of each, then the second of each, and so on, until the one whose turn it
// is has ended. It ends with the first error, and leaves nothing running.
func inTurns[T any](ctx context.Context, producers int, produce func(ctx context.Context, turn int, put func(T) error) error, consume func(T) error) error {
	ctx, stop := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()
	values, errs := make([]chan T, producers), make([]error, producers)
	for turn := range producers {
		values[turn] = make(chan T, 1)
		running.Go(func() {
			defer close(values[turn])
			errs[turn] = produce(ctx, turn, func(v T) error {
				select {
				case values[turn] <- v:
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
		})
	}
	for turn := 0; ; turn = (turn + 1) % producers {
		v, ok := <-values[turn]
		if !ok {
			return errs[turn]
		}
		if err := consume(v); err != nil {
			return err
		}
	}
}
