package desk

import (
	"context"
	"sync"
	"time"

	"stet/claims"
	"stet/sources"
)

// maxWaiting is how many bytes may be waiting to be recorded before no further
// source is asked for.
const maxWaiting = 64 << 20

// ahead is sources being fetched in the background, ahead of who records them.
type ahead struct {
	results []chan sources.Fetched
	read    int           // how many results were taken
	busy    chan struct{} // one for each source being fetched

	mu      sync.Mutex
	room    *sync.Cond
	waiting int // bytes fetched and not taken yet
}

func (d *Desk) fetchAhead(ctx context.Context, evidence []claims.Evidence, o CaptureOptions) *ahead {
	a := &ahead{results: make([]chan sources.Fetched, len(evidence)), busy: make(chan struct{}, d.Parallel)}
	a.room = sync.NewCond(&a.mu)
	for i := range a.results {
		a.results[i] = make(chan sources.Fetched, 1)
	}
	go func() {
		for i, e := range evidence {
			select {
			case a.busy <- struct{}{}:
			case <-ctx.Done():
				return
			}
			a.awaitRoom(ctx)
			get := d.fetching(ctx, e, o)
			go func() {
				a.put(i, get())
				<-a.busy
			}()
		}
	}()
	return a
}

// awaitRoom waits until few enough bytes are waiting.
func (a *ahead) awaitRoom(ctx context.Context) {
	defer context.AfterFunc(ctx, a.room.Broadcast)()
	a.mu.Lock()
	defer a.mu.Unlock()
	for a.waiting > maxWaiting && ctx.Err() == nil {
		a.room.Wait()
	}
}

func (a *ahead) put(i int, got sources.Fetched) {
	a.count(len(got.Bytes))
	a.results[i] <- got
}

func (a *ahead) count(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting += n
	a.room.Signal()
}

// next returns the next source's result, waiting for it where told to, and
// false where there is none yet.
func (a *ahead) next(ctx context.Context, wait bool) (got sources.Fetched, ok bool) {
	result := a.results[a.read]
	select {
	case got = <-result:
	default:
		if !wait {
			return got, false
		}
		select {
		case got = <-result:
		case <-ctx.Done():
			return got, false
		}
	}
	a.read++
	a.count(-len(got.Bytes))
	return got, true
}

// fetching returns what gets the bytes of one source, the way the options say.
// It looks into the ledger before it returns, one source at a time.
func (d *Desk) fetching(ctx context.Context, e claims.Evidence, o CaptureOptions) func() sources.Fetched {
	past, err := d.Ledger.Captures(ctx, e.Source.ID)
	if err != nil {
		past = nil // the page is asked for in any case, and recording it will say
	}
	if o.Archived {
		at := nearTo(past, o.NearTo, d.Now())
		return func() sources.Fetched { return d.Fetcher.Memento(ctx, e.Source.Address, at) }
	}
	r := sources.Request{Address: e.Source.Address, Within: e.Source.Within, Robots: o.Robots}
	if o.Outside {
		r.Within = ""
	}
	if last, ok := lastLive(past); ok {
		r.Since = validators(past, last.Snapshot)
	}
	return func() sources.Fetched { return d.Fetcher.Fetch(ctx, r) }
}

// validators returns the answer by which a server tells whether a page is
// still as it was: the last one that came with these bytes.
func validators(past []sources.Capture, snapshot sources.Digest) sources.Exchange {
	for i := len(past) - 1; i >= 0; i-- {
		c := past[i]
		if c.IsLive() && c.Snapshot == snapshot && c.Status == 200 && len(c.Exchanges) > 0 {
			return c.Exchanges[len(c.Exchanges)-1]
		}
	}
	return sources.Exchange{}
}

// nearTo returns the time of which an archived copy is wanted.
func nearTo(past []sources.Capture, asked, now time.Time) time.Time {
	if !asked.IsZero() {
		return asked
	}
	if last, ok := lastLive(past); ok {
		return last.At
	}
	return now
}
