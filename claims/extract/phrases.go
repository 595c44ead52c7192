package extract

import (
	"strings"
	"sync"
)

// attitudeTable lists nouns and adjectives that, with the word after them, tell
// somebody's attitude without giving his word: "support for", "skeptical of".
// Like the verbs, they were kept for how often they mark an attribution in the
// training half of PolNeAR.
var attitudeTable = []struct {
	words string
	next  string
}{
	{"support", "for of among from"},
	{"opposition", "to from"},
	{"criticism", "of from for about over on"},
	{"case proposals requests request passion", "for"},
	{"anxiety", "among"},
	{"reluctance refusal", "to"},
	{"faith confident", "in"},
	{"angry", "at"},
	{"attitudes talk anxiety words message", "about"},
	{"attention", "from on"},
	{"position", "on"},
	{"announcement disclosure accounts", "of"},
	{"endorsement endorsements", "of from"},
	{"attack attacks assault", "on against"},
	{"questions doubts concerns concern fears comments worries conversations anxiety", "about over"},
	{"call calls", "for to"},
	{"accusations allegations", "of against"},
	{"view views critique embrace backing rejection praise mention denunciation", "of for from"},
	{"hope hopes plan plans promise promises decision desire inclination willingness vow pledge attempts", "to of"},
	{"supporter supporters proponent proponents critic critics opponent opponents advocate", "of"},
	{"concerned worried skeptical critical supportive aware confident convinced clear unclear proud hopeful disappointed afraid wary angry furious",
		"about of that over with"},
	{"eager willing reluctant determined ready", "to"},
	{"interested", "in"},
	{"about on over of", "whether"},
	{"about on", "how"},
	{"favor favour support", "of"},
	{"would", "like"},
}

var attitudes = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, row := range attitudeTable {
		next := set(row.next)
		for w := range strings.FieldsSeq(row.words) {
			if m[w] == nil {
				m[w] = map[string]bool{}
			}
			for n := range next {
				m[w][n] = true
			}
		}
	}
	return m
})

// attitudeAt returns the cue that a noun or adjective of attitude makes at i.
func attitudeAt(ws []word, i int) (cue, bool) {
	if i+1 >= len(ws) || !attitudes()[ws[i].lower][ws[i+1].lower] {
		return cue{}, false
	}
	return cue{kind: byNoun, first: i, last: i + 1, reading: reading{sense: holds, lemma: ws[i].lower}, takes: about}, true
}
