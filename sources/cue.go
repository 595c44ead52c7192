package sources

import "time"

// Cue is a run of Body that is spoken or shown for a time of a recording, as
// its subtitles say.
type Cue struct {
	Start int `json:"start"`
	End   int `json:"end"`
	From  int `json:"from"` // milliseconds from the start of the recording
	To    int `json:"to"`   // milliseconds; not before From
}

// SpokenBetween returns the run of Body that holds every cue which is on at
// some time from from until to, both counted from the start of the recording,
// and false where none is.
func (t *Text) SpokenBetween(from, to time.Duration) (start, end int, ok bool) {
	for _, c := range t.Cues {
		if int64(c.To) < from.Milliseconds() || int64(c.From) > to.Milliseconds() {
			continue
		}
		if !ok {
			start, end, ok = c.Start, c.End, true
		}
		start, end = min(start, c.Start), max(end, c.End)
	}
	return start, end, ok
}
