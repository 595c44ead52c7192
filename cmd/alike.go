package cmd

import (
	"cmp"
	"sync"

	"stet/claims/verify"
	"stet/sources"
	"stet/sources/origin"
)

// newAlike returns what tells the checks which two sources are one. It compares
// two documents once, however many claims cite both.
func newAlike() verify.Alike {
	type pair struct{ a, b sources.Digest }
	var known sync.Map // from pair to the reason, "" where they are two
	return func(a, b verify.Document) (string, bool) {
		key := pair{a.Digest, b.Digest}
		why, ok := known.Load(key)
		if !ok {
			why = ""
			for _, p := range origin.Of([]origin.Document{originOf(a), originOf(b)}).Pairs {
				why = p.Reason
			}
			known.Store(key, why)
		}
		return why.(string), why != ""
	}
}

// newRests returns what tells the checks that one source has it from another. It
// reads two documents once for each direction.
func newRests() verify.Rests {
	type pair struct{ document, on sources.Digest }
	var known sync.Map // from pair to whether it does
	return func(document, on verify.Document) bool {
		key := pair{document.Digest, on.Digest}
		rests, ok := known.Load(key)
		if !ok {
			rests = origin.Rests(originOf(document), originOf(on))
			known.Store(key, rests)
		}
		return rests.(bool)
	}
}

// originOf returns a document as origins are compared.
func originOf(d verify.Document) origin.Document {
	return originDocument(d.Source, d.Digest, d.Text)
}

// originDocument returns a source as origins are compared: under the publisher
// that a person gave it, where there is one.
func originDocument(s sources.Source, digest sources.Digest, t *sources.Text) origin.Document {
	address := cmp.Or(t.Canonical, s.Address)
	if s.Publisher != "" && s.Publisher != t.Publisher {
		known := *t
		known.Publisher, t = s.Publisher, &known
	}
	return origin.Document{Address: address, Digest: digest, Kind: s.Kind, Text: t}
}
