package extract

import (
	"slices"
	"strings"
	"sync"

	"stet/claims"
)

// recordTable lists, by the terms on which somebody spoke, the words that tell
// them. A bar parts words that may stand in one place.
var recordTable = []struct {
	record claims.Record
	words  string
}{
	{claims.Anonymity, "on condition of anonymity|confidentiality"},
	{claims.Anonymity, "on the condition of anonymity|confidentiality"},
	{claims.Anonymity, "on condition that he|she|they not be named|identified"},
	{claims.Anonymity, "asked|asking|requested|requesting not to be named|identified|quoted"},
	{claims.Anonymity, "asked|asking not to have his|her|their name|names used|published"},
	{claims.Anonymity, "declined|declining|refused|refusing to be named|identified"},
	{claims.Anonymity, "did not|n't want|wish to be named|identified"},
	{claims.Anonymity, "didn't|didn’t want|wish to be named|identified"},
	{claims.Anonymity, "requested|requesting|sought|insisted anonymity"},
	{claims.Anonymity, "asked|asking|insisted|insisting for|on anonymity"},
	{claims.Anonymity, "granted|given|offered anonymity"},
	{claims.Anonymity, "not authorized|authorised to speak|comment|discuss"},
	{claims.OnBackground, "on background"},
	{claims.OnBackground, "on deep background"},
	{claims.OffRecord, "off the record"},
	{claims.OnRecord, "on the record"},
}

// terms is a row of recordTable, parted into the words that may stand in each
// place.
type terms struct {
	record claims.Record
	places [][]string
}

// termsByWord gives the rows of recordTable by each word that may begin them.
var termsByWord = sync.OnceValue(func() map[string][]terms {
	m := map[string][]terms{}
	for _, row := range recordTable {
		t := terms{record: row.record}
		for place := range strings.FieldsSeq(row.words) {
			t.places = append(t.places, strings.Split(place, "|"))
		}
		for _, w := range t.places[0] {
			m[w] = append(m[w], t)
		}
	}
	return m
})

// recordIn returns the terms that the words tell, and which words do.
func recordIn(ws []word) (claims.Record, run) {
	rows := termsByWord()
	for i := range ws {
		if ws[i].quoted {
			continue
		}
		for _, t := range rows[ws[i].lower] {
			if t.fits(ws[i:]) {
				return t.record, run{i, i + len(t.places)}
			}
		}
	}
	return "", run{}
}

// fits reports whether ws begins with the words of the terms.
func (t terms) fits(ws []word) bool {
	if len(ws) < len(t.places) {
		return false
	}
	for i, place := range t.places {
		if !slices.Contains(place, ws[i].lower) {
			return false
		}
	}
	return true
}

// record sets the terms on which the speakers of the sentence at i spoke, where
// it or the sentence after tells: "He asked not to be named." They are those of
// the speakers without a name, or else of the first.
func (d *draft) record(i int, as []claims.Attribution) {
	if !slices.ContainsFunc(as, func(a claims.Attribution) bool { return a.Speaker.Text != "" }) {
		return
	}
	at := i
	record, words := recordIn(d.sentences[i].words)
	if record == "" && i+1 < len(d.sentences) && d.tellsMore(i+1) {
		at = i + 1
		record, words = recordIn(d.sentences[at].words)
	}
	if record == "" {
		return
	}
	unnamed := slices.ContainsFunc(as, func(a claims.Attribution) bool { return a.Kind == claims.Unnamed })
	for k := range as {
		a := &as[k]
		if a.Speaker.Text == "" || a.Kind == claims.Document || unnamed && a.Kind != claims.Unnamed {
			continue
		}
		a.Record, a.Terms = record, d.words(at, words)
		if !unnamed {
			return
		}
	}
}

// tellsMore reports whether the sentence at i goes on in the same block about
// who spoke in the one before: "The official spoke on background."
func (d *draft) tellsMore(i int) bool {
	s := &d.sentences[i]
	if len(s.words) < 4 || d.sentences[i-1].block != s.block || s.words[0].quoted {
		return false
	}
	return s.words[0].is(subject) || s.words[0].lower == "the" && s.words[1].is(crowd|office)
}
