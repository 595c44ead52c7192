package verify

import (
	"cmp"
	"strings"
	"testing"
	"time"

	"stet/claims"
	"stet/sources"
)

func TestChecksCatchAndSpare(t *testing.T) {
	for _, c := range Checks {
		if len(c.Catch) == 0 || len(c.Spare) == 0 {
			t.Errorf("check %s has no examples", c.ID)
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

// messages runs every check over the example and returns what c found.
func messages(t *testing.T, c Check, e Example) []string {
	t.Helper()
	d, texts := e.dossier()
	result, err := Run(t.Context(), d, func(digest sources.Digest) (*sources.Text, error) { return texts[digest], nil }, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range result.Findings {
		for _, s := range f.Spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(d.Draft.Text) {
				t.Errorf("span %v is not in the draft", s)
			}
		}
		if f.Check == c.ID && f.Claim != "other" {
			got = append(got, f.Message)
		}
	}
	return got
}

// dossier lays the example out as the ledger would, after a second claim that
// cites something, so that the article is no draft without citations.
func (e Example) dossier() (*claims.Dossier, map[sources.Digest]*sources.Text) {
	texts := map[sources.Digest]*sources.Text{}
	d := &claims.Dossier{Sources: map[string]claims.Evidence{}}
	d.Draft.Text = e.Claim + "\n"
	c := claims.Claim{ID: "claim", Number: 1, Text: e.Claim, Place: e.Place, Label: e.Label, Spans: []claims.Span{{Start: 0, End: len(e.Claim)}}}
	if c.Place == "" {
		c.Place = claims.InBody
	}
	if e.Speaker != "" {
		c.Attributions = []claims.Attribution{{Label: e.Label, Anonymous: e.Anonymous, Speaker: claims.Phrase{Text: e.Speaker}}}
	}
	if e.Remark != "" {
		c.Remarks = []claims.Remark{{Origin: "footnote 1", Text: e.Remark}}
	}
	entry := claims.Entry{Claim: c}
	for _, x := range e.Cites {
		id := string(sources.DigestOf([]byte(string(x.State) + x.Text + strings.Join(x.Pages, "\f") + x.Held + x.Publisher)))
		d.Sources[id] = x.evidence(id, texts)
		entry.Citations = append(entry.Citations, claims.Citation{ID: "citation " + id, Claim: c.ID, Source: id, Quote: x.Quote, Locator: x.Locator})
	}
	d.Entries = []claims.Entry{entry}
	if !e.Uncited {
		d.Sources["other"] = claims.Evidence{Source: sources.Source{ID: "other", Held: "notes"}}
		d.Entries = append(d.Entries, claims.Entry{
			Claim:     claims.Claim{ID: "other", Number: 2, Place: claims.InHeadline, Label: claims.OwnVoice},
			Citations: []claims.Citation{{ID: "other", Claim: "other", Source: "other"}},
		})
		d.Entries[1].Claim.Cut = len(e.Cites) > 0
	}
	return d, texts
}

func (x Exhibit) evidence(id string, texts map[sources.Digest]*sources.Text) claims.Evidence {
	s := sources.Source{ID: id, Number: 1, Kind: x.Kind, Publisher: x.Publisher, Held: x.Held}
	if s.Address = x.Address; x.Held == "" && x.Address == "" {
		s.Address = "sources/exhibit.txt"
	}
	ev := claims.Evidence{Source: s, Via: x.Via, TakenAt: time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC)}
	if x.Held == "" {
		ev.Last = &sources.Capture{State: cmp.Or(x.State, sources.Captured)}
	}
	if x.Held == "" && (x.State == "" || x.Text != "") {
		ev.Snapshot = sources.Digest(id)
		texts[ev.Snapshot] = x.text()
	}
	return ev
}

func (x Exhibit) text() *sources.Text {
	t := &sources.Text{Body: x.Text, Publisher: x.Publisher}
	for i, page := range x.Pages {
		start := len(t.Body)
		t.Body += page + "\n"
		t.Pages = append(t.Pages, sources.Page{Number: i + 1, Start: start, End: len(t.Body), NeedsOCR: page == "\f"})
	}
	return t
}
