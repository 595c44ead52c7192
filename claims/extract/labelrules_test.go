package extract

import (
	"testing"

	"stet/claims"
)

// mended are sentences whose labels rules of their own tell, under the rule that
// does.
var mended = map[string][]struct {
	label claims.Label
	text  string
}{
	"acts that sound like words": {
		{own, "Only an expert could tell the difference between the two hulls."},
		{own, "Marsh stopped to answer a few questions about the hull."},
		{reported, "Marsh answered that the hull was sound."},
		{own, "Police charged the captain with theft."},
		{own, "Both ministers were confirmed with votes to spare."},
		{own, "If any captain should have been named by now, it is Whitlock."},
		{reported, "The sale was confirmed by the harbour master."},
		{reported, "In a leaflet and a statement issued by the union, the mayor claimed that the quay was safe."},
	},
}

func TestMendedLabels(t *testing.T) {
	for rule, rows := range mended {
		t.Run(rule, func(t *testing.T) {
			for _, row := range rows {
				if c := only(t, row.text); c.Label != row.label {
					t.Errorf("%s, want %s: %s\n%+v", c.Label, row.label, row.text, c.Attributions)
				}
			}
		})
	}
}
