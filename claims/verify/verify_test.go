package verify

import (
	"strings"
	"testing"
)

func TestChecksCatchAndSpare(t *testing.T) {
	for _, c := range Checks {
		const least = 12
		if len(c.Catch) < least || len(c.Spare) < least {
			t.Errorf("check %s has %d examples to catch and %d to spare, not %d of each", c.ID, len(c.Catch), len(c.Spare), least)
		}
		for _, e := range c.Catch {
			t.Run(c.ID+"/catch/"+e.Claim, func(t *testing.T) {
				got := messages(t, c, e)
				if e.Says == "" {
					t.Fatal("the example does not say what the message holds")
				}
				if !strings.Contains(strings.Join(got, "\n"), e.Says) {
					t.Errorf("findings %q, want one that holds %q", got, e.Says)
				}
			})
		}
		for _, e := range c.Spare {
			t.Run(c.ID+"/spare/"+e.Claim, func(t *testing.T) {
				if got := messages(t, c, e); len(got) > 0 {
					t.Errorf("findings %q, want none", got)
				}
			})
		}
	}
}

// messages returns what c finds in the example.
func messages(t *testing.T, c Check, e Example) []string {
	t.Helper()
	found, err := c.Try(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		for _, s := range f.Spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(e.Claim)+len("\n")+len(e.Beside)+1 {
				t.Errorf("span %v is not in the draft", s)
			}
		}
		got = append(got, f.Message)
	}
	return got
}
