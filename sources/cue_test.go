package sources

import (
	"testing"
	"time"
)

func TestSpokenBetween(t *testing.T) {
	text := &Text{Body: "One two three", Cues: []Cue{{0, 3, 1000, 2000}, {4, 7, 2000, 4000}, {8, 13, 60_000, 61_000}}}
	for _, tt := range []struct {
		from, to   time.Duration
		start, end int
		ok         bool
	}{
		{0, time.Second, 0, 3, true},
		{1500 * time.Millisecond, 3 * time.Second, 0, 7, true},
		{4 * time.Second, 60 * time.Second, 4, 13, true},
		{5 * time.Second, 59 * time.Second, 0, 0, false},
		{62 * time.Second, time.Hour, 0, 0, false},
	} {
		start, end, ok := text.SpokenBetween(tt.from, tt.to)
		if start != tt.start || end != tt.end || ok != tt.ok {
			t.Errorf("SpokenBetween(%v, %v) = %d, %d, %v", tt.from, tt.to, start, end, ok)
		}
	}
}
