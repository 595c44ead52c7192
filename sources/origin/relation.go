package origin

import (
	"fmt"

	"stet/sources"
)

// relations are what makes two documents one source, the most telling first.
// Each gives its reason in words, or "" where it doesn't hold. Those that hold
// by words need at least Threshold of one document's shingles in the other, the
// others a key in common: the index relies on it.
var relations = []struct {
	name   string
	reason func(o overlap) string
}{
	{"bytes", sameBytes},
	{"address", samePage},
	{"press release", reprints},
	{"agency", sameAgency},
	{"words", sameWords},
	{"excerpt", excerpts},
	{"reliance", relies},
	{"common reliance", relyOnOne},
}

// reason returns the reason of the first relation that holds, or "".
func (o overlap) reason() string {
	for _, r := range relations {
		if reason := r.reason(o); reason != "" {
			return reason
		}
	}
	return ""
}

func sameBytes(o overlap) string {
	if o.a.Digest == "" || o.a.Digest != o.b.Digest {
		return ""
	}
	return "they are the same bytes"
}

func samePage(o overlap) string {
	if o.a.page == "" || o.a.page != o.b.page {
		return ""
	}
	return "they give the same address: " + o.a.page
}

// reprints holds where one document has at least half of what a press release
// says.
func reprints(o overlap) string {
	for _, e := range []*entry{o.a, o.b} {
		part := share(o.both, len(e.shingles))
		switch {
		case part < Threshold:
		case e.distributor != "":
			return fmt.Sprintf("one has %.0f %% of what the other, a press release sent out by %s, says", 100*part, e.distributor)
		case e.Kind == sources.PressRelease:
			return fmt.Sprintf("one has %.0f %% of what the other, a press release, says", 100*part)
		}
	}
	return ""
}

// sameAgency holds where both bear one agency's credit, and enough of the
// shorter stands in the longer: papers cut a story from its end and write its
// beginning anew. Less is enough than without a credit, but not a few words that
// the agency puts under every story.
func sameAgency(o overlap) string {
	const least, shingles = 0.25, 15
	if o.a.agency == "" || o.a.agency != o.b.agency || o.both < shingles || o.contained() < least {
		return ""
	}
	return fmt.Sprintf("both are credited to %s, and one has %.0f %% of what the other says", o.a.agency, 100*o.contained())
}

func sameWords(o overlap) string {
	switch {
	case o.both == 0 || o.jaccard() < Threshold:
		return ""
	case o.both == o.either():
		return fmt.Sprintf("they share all their runs of %d words", shingleWords)
	}
	return fmt.Sprintf("they share %d of their %d different runs of %d words", o.both, o.either(), shingleWords)
}

// excerpts holds where one document has next to all of another that is long
// enough for that to be no quotation.
func excerpts(o overlap) string {
	const least, shingles = 0.8, 60
	if o.shorter() < shingles || o.contained() < least {
		return ""
	}
	return fmt.Sprintf("one has %.0f %% of what the other, which is shorter, says", 100*o.contained())
}
