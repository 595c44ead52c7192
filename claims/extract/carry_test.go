package extract

import "testing"

func TestCarried(t *testing.T) {
	tests := []struct {
		text     string
		speakers []string // of each claim
	}{
		{"“It sank. Nobody knew,” Marsh said. “We slept.”", []string{"Marsh", "Marsh", "Marsh"}},
		{"Marsh said: “It sank. Nobody knew.”", []string{"Marsh", "Marsh"}},
		{"“It sank,” Marsh said. It was late.", []string{"Marsh", ""}},
		{"“It sank.”", []string{""}},
	}
	for _, tt := range tests {
		e := Claims(lines(tt.text))
		if len(e.Claims) != len(tt.speakers) {
			t.Errorf("%q: %d claims, want %d", tt.text, len(e.Claims), len(tt.speakers))
			continue
		}
		for i, c := range e.Claims {
			if c.Speaker() != tt.speakers[i] {
				t.Errorf("%q: claim %q of %q, want %q", tt.text, c.Text, c.Speaker(), tt.speakers[i])
			}
		}
	}
	if c := only(t, "“It sank.”"); c.Label != undecided {
		t.Errorf("a quotation of nobody is %s", c.Label)
	}
}
