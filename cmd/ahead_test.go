package cmd

import (
	"context"
	"errors"
	"slices"
	"testing"
)

func upTo(to int) func(context.Context, func(int) error) error {
	return func(_ context.Context, yield func(int) error) error {
		for i := range to {
			if err := yield(i); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestAheadKeepsTheOrder(t *testing.T) {
	var got []int
	err := ahead(t.Context(), upTo(100), func(_ context.Context, i int) error { got = append(got, i); return nil })
	if err != nil || len(got) != 100 || !slices.IsSorted(got) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAheadEndsWithTheConsumersError(t *testing.T) {
	full := errors.New("disk full")
	err := ahead(t.Context(), upTo(1<<30), func(_ context.Context, i int) error {
		if i == 7 {
			return full
		}
		return nil
	})
	if err == nil || err.Error() != full.Error() {
		t.Errorf("error %v", err)
	}
}

func TestAheadEndsWithTheProducersError(t *testing.T) {
	broken := errors.New("no such table")
	err := ahead(t.Context(), func(context.Context, func(int) error) error { return broken }, func(context.Context, int) error { return nil })
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestAheadIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	err := ahead(ctx, upTo(1<<30), func(ctx context.Context, i int) error {
		cancel()
		return ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestInOrder(t *testing.T) {
	values := make([]int, 500)
	for i := range values {
		values[i] = i
	}
	var got []int
	odd := errors.New("odd")
	double := func(i int) (int, error) {
		if i == 301 {
			return 0, odd
		}
		return 2 * i, nil
	}
	err := inOrder(t.Context(), 3, values[:300], double, func(r int) { got = append(got, r) })
	if err != nil || len(got) != 300 || !slices.IsSorted(got) || got[299] != 598 {
		t.Errorf("%v, %v", got, err)
	}
	if err := inOrder(t.Context(), 3, values, double, func(int) {}); !errors.Is(err, odd) {
		t.Errorf("error %v", err)
	}
}
