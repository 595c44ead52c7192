package claims

import "testing"

func TestFilterKeeps(t *testing.T) {
	entry := Entry{
		Claim: Claim{
			Number: 12, Label: Reported, Text: "“Iron” –  and steel.",
			Attributions: []Attribution{{Speaker: Phrase{Text: "the Captain"}}, {Speaker: Phrase{Text: "Öl AG"}}},
		},
		Citations: []Citation{{Source: "memo"}},
		Findings:  []Finding{{Check: "number", Severity: Warning}},
		SignOff:   &SignOff{Verdict: Confirmed},
	}
	cut, void := entry, entry
	cut.Claim.Cut = true
	void.SignOff = &SignOff{Verdict: Confirmed, Void: "words changed"}
	confirmed, open := Confirmed, Open
	reported, undecided := Reported, Undecided
	for _, test := range []struct {
		name   string
		filter Filter
		entry  Entry
		want   bool
	}{
		{"everything", Filter{}, entry, true},
		{"whatever its article", Filter{Article: "another"}, entry, true},
		{"cut", Filter{}, cut, false},
		{"cut too", Filter{Cut: true}, cut, true},
		{"number", Filter{Number: 12}, entry, true},
		{"another number", Filter{Number: 1}, entry, false},
		{"label", Filter{Label: &reported}, entry, true},
		{"another label", Filter{Label: &undecided}, entry, false},
		{"verdict", Filter{Verdict: &confirmed}, entry, true},
		{"void verdict", Filter{Verdict: &confirmed}, void, false},
		{"void is open", Filter{Verdict: &open}, void, true},
		{"not open", Filter{Verdict: &open}, entry, false},
		{"open", Filter{Verdict: &open}, Entry{}, true},
		{"check", Filter{Finding: "number"}, entry, true},
		{"severity", Filter{Finding: "warning"}, entry, true},
		{"no such finding", Filter{Finding: "error"}, entry, false},
		{"source", Filter{Source: "memo"}, entry, true},
		{"another source", Filter{Source: "mem"}, entry, false},
		{"speaker", Filter{Speaker: "CAPTAIN"}, entry, true},
		{"second speaker", Filter{Speaker: "öl"}, entry, true},
		{"another speaker", Filter{Speaker: "mate"}, entry, false},
		{"text", Filter{Text: `iron" - And`}, entry, true},
		{"another text", Filter{Text: "wood"}, entry, false},
		{"all but one", Filter{Number: 12, Text: "iron", Speaker: "mate"}, entry, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.filter.Keeps(test.entry); got != test.want {
				t.Errorf("Keeps = %v, want %v", got, test.want)
			}
		})
	}
}
