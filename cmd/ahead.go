package cmd

import (
	"context"
	"errors"
)

// mostAhead is how many values may wait to be consumed.
const mostAhead = 1

// ahead consumes values one after another, while the next ones are produced.
// It ends with the first error of either, and leaves nothing running.
func ahead[T any](ctx context.Context, produce func(ctx context.Context, yield func(T) error) error, consume func(context.Context, T) error) error {
	producing, stop := context.WithCancel(ctx)
	defer stop()
	values, produced := make(chan T, mostAhead), make(chan error, 1)
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
