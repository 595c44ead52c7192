package store

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// counting puts its share of the numbers below upTo, or ends with an error at
// one of them.
func counting(producers, upTo, failsAt int, err error) func(context.Context, int, func(int) error) error {
	return func(_ context.Context, turn int, put func(int) error) error {
		for i := turn; i < upTo; i += producers {
			if i == failsAt {
				return err
			}
			if err := put(i); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestInTurns(t *testing.T) {
	broken, full := errors.New("broken"), errors.New("disk full")
	for _, producers := range []int{1, 2, 3} {
		for _, upTo := range []int{0, 1, 2, 3, 100} {
			var got []int
			err := inTurns(t.Context(), producers, counting(producers, upTo, -1, nil), func(i int) error { got = append(got, i); return nil })
			if err != nil || len(got) != upTo || !slices.IsSorted(got) {
				t.Errorf("%d producers, %d values: %v, %v", producers, upTo, got, err)
			}
		}
		n := 0
		err := inTurns(t.Context(), producers, counting(producers, 1<<30, 41, broken), func(i int) error { n++; return nil })
		if !errors.Is(err, broken) || n != 41 {
			t.Errorf("%d producers: %v after %d values", producers, err, n)
		}
		err = inTurns(t.Context(), producers, counting(producers, 1<<30, -1, nil), func(i int) error {
			if i == 7 {
				return full
			}
			return nil
		})
		if !errors.Is(err, full) {
			t.Errorf("%d producers: error %v", producers, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		err = inTurns(ctx, producers, counting(producers, 1<<30, -1, nil), func(int) error { cancel(); return nil })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%d producers: error %v", producers, err)
		}
	}
}
