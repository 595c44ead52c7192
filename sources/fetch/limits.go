package fetch

import (
	"context"
	"sync"

	"golang.org/x/time/rate"
)

// pace is how many requests a second one host gets from us, and how many of
// them may come at once: what a person with many tabs asks of it.
const pace = 10

// limits bound how many requests are under way, in all and at each host.
type limits struct {
	all     chan struct{}
	perHost int

	mu    sync.Mutex
	hosts map[string]*host
}

// host is what we ask of one host.
type host struct {
	slots chan struct{}
	pace  *rate.Limiter
}

func newLimits(all, perHost int) *limits {
	return &limits{all: make(chan struct{}, all), perHost: perHost, hosts: map[string]*host{}}
}

// enter waits for a turn to ask a host; whoever has it calls leave when done.
// The host's turn comes first, so that who waits for a slow host takes no turn
// from the others.
func (l *limits) enter(ctx context.Context, name string) (leave func(), err error) {
	if l.perHost == Unlimited {
		return take(ctx, l.all)
	}
	h := l.host(name)
	leaveHost, err := take(ctx, h.slots)
	if err != nil {
		return nil, err
	}
	if err := h.pace.Wait(ctx); err != nil {
		leaveHost()
		return nil, err
	}
	leaveAll, err := take(ctx, l.all)
	if err != nil {
		leaveHost()
		return nil, err
	}
	return func() { leaveAll(); leaveHost() }, nil
}

func (l *limits) host(name string) *host {
	l.mu.Lock()
	defer l.mu.Unlock()
	h := l.hosts[name]
	if h == nil {
		h = &host{slots: make(chan struct{}, l.perHost), pace: rate.NewLimiter(pace, pace)}
		l.hosts[name] = h
	}
	return h
}

func take(ctx context.Context, slots chan struct{}) (leave func(), err error) {
	select {
	case slots <- struct{}{}:
		return func() { <-slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
