package cmd

import (
	"context"
	"errors"
	"sync"
)

// ahead consumes values one after another, while the next one is produced. It
// ends with the first error of either, and leaves nothing running.
func ahead[T any](ctx context.Context, produce func(ctx context.Context, yield func(T) error) error, consume func(context.Context, T) error) error {
	producing, stop := context.WithCancel(ctx)
	defer stop()
	values, produced := make(chan T, 1), make(chan error, 1)
	go func() {
		defer close(values)
		produced <- produce(producing, func(v T) error {
			select {
			case values <- v:
				return nil
			case <-producing.Done():
				return producing.Err()
			}
		})
	}()
	var failed error
	for v := range values {
		if failed == nil {
			if failed = consume(ctx, v); failed != nil {
				stop()
			}
		}
	}
	return errors.Join(failed, unlessStopped(<-produced, failed))
}

// unlessStopped leaves out the error of a producer that was only stopped
// because the consumer failed.
func unlessStopped(err, failed error) error {
	if failed != nil && errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// inOrder does the work on each of some values, so many at a time, and consumes
// the results in the order of the values. It ends with the first error, and
// leaves nothing running.
func inOrder[T, R any](ctx context.Context, parallel int, values []T, work func(T) (R, error), consume func(R)) error {
	type result struct {
		value R
		err   error
	}
	var running sync.WaitGroup
	defer running.Wait()
	free := make(chan struct{}, parallel)
	begin := func(ctx context.Context, yield func(chan result) error) error {
		for _, v := range values {
			select {
			case free <- struct{}{}:
			case <-ctx.Done():
				return ctx.Err()
			}
			to := make(chan result, 1)
			running.Go(func() {
				r, err := work(v)
				<-free
				to <- result{r, err}
			})
			if err := yield(to); err != nil {
				return err
			}
		}
		return nil
	}
	return ahead(ctx, begin, func(_ context.Context, to chan result) error {
		done := <-to
		if done.err == nil {
			consume(done.value)
		}
		return done.err
	})
}
