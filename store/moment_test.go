package store

import (
	"testing"

	"stet/claims"
)

// TestViewTwiceIsOfOneMoment: while others write without pause, both
// connections read the same; once nobody writes there are two.
func TestViewTwiceIsOfOneMoment(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	count := func(q querier) int64 {
		n, _, err := one(t.Context(), q, scanOne[int64], `select count(*) from finding`)
		if err != nil {
			t.Error(err)
		}
		return n
	}
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			found := make([]claims.Finding, i%50)
			for j := range found {
				found[j] = claims.Finding{Check: "number", Severity: claims.Error, Message: "No."}
			}
			// Findings are not in the history: its last event doesn't tell of them.
			if _, err := l.PutVerification(t.Context(), "ship-article-000000", claims.Verification{Findings: found}); err != nil {
				t.Error(err)
				return
			}
		}
	}()
	compare := func(q ...querier) error {
		first := count(q[0])
		for range 3 {
			if n := count(q[len(q)-1]); n != first {
				t.Errorf("%d and %d findings", first, n)
			}
		}
		return nil
	}
	for range 200 {
		if err := l.viewTwice(t.Context(), compare); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	<-stopped
	connections := 0
	if err := l.viewTwice(t.Context(), func(q ...querier) error { connections = len(q); return nil }); err != nil || connections != 2 {
		t.Errorf("%d connections, %v", connections, err)
	}
}
