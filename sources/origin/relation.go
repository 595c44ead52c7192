package origin

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stet/sources"
)

// overlap is how many shingles two documents share, and how many each has.
type overlap struct{ both, first, second int }

// jaccard is the share of what stands in either that stands in both.
func (o overlap) jaccard() float64 {
	if o.both == 0 {
		return 0
	}
	return float64(o.both) / float64(o.first+o.second-o.both)
}

// within is the share of n shingles that both have.
func (o overlap) within(n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(o.both) / float64(n)
}

// relations are what makes two documents one source, surest first. Each says
// why in words, or "" where it doesn't hold.
var relations = []struct {
	name  string
	holds func(a, b *entry, o overlap) string
}{
	{"bytes", func(a, b *entry, _ overlap) string {
		return when(a.Digest != "" && a.Digest == b.Digest, "they are the same bytes")
	}},
	{"address", func(a, b *entry, _ overlap) string {
		return when(a.address != "" && a.address == b.address, "they give the same address: "+a.address)
	}},
	{"words", sameWords},
	{"press release", reprints},
	{"agency", sameAgency},
	{"reliance", relies},
}

func when(holds bool, reason string) string {
	if holds {
		return reason
	}
	return ""
}

func sameWords(_, _ *entry, o overlap) string {
	either := o.first + o.second - o.both
	switch {
	case o.both == 0 || float64(o.both) < Threshold*float64(either):
		return ""
	case o.both == either:
		return "they share all their runs of " + strconv.Itoa(shingleWords) + " words"
	}
	return fmt.Sprintf("they share %d of their %d different runs of %d words", o.both, either, shingleWords)
}

// reprints holds where one document has at least half of what a press release
// says.
func reprints(a, b *entry, o overlap) string {
	share := 0.0
	if a.Kind == sources.PressRelease {
		share = o.within(o.first)
	}
	if b.Kind == sources.PressRelease {
		share = max(share, o.within(o.second))
	}
	return when(share >= Threshold, fmt.Sprintf("one has %.0f %% of what the other, a press release, says", 100*share))
}

// sameAgency holds where both bear one agency's credit, or one is the agency's
// own, and half of the shorter one stands in the other: papers cut a story from
// its end.
func sameAgency(a, b *entry, o overlap) string {
	agency := a.agency
	if agency == "" || agency != b.agency {
		return ""
	}
	share := o.within(min(o.first, o.second))
	return when(share >= Threshold, fmt.Sprintf("both are credited to %s, and one has %.0f %% of what the other says", agency, 100*share))
}

// relies holds where one document says that it has it from the other's
// publisher.
func relies(a, b *entry, _ overlap) string {
	for _, pair := range [][2]*entry{{a, b}, {b, a}} {
		if name := pair[1].name; name != "" && name != pair[0].name && slices.Contains(pair[0].relied, name) {
			return "one says that it rests on what " + pair[1].Text.Publisher + " reported"
		}
	}
	return ""
}

// pageOf returns an address without what makes no other page: the scheme,
// "www.", a trailing slash, the fragment, and parameters that only say who
// followed the link. It is "" for what is no web address.
func pageOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || !sources.IsURL(address) {
		return ""
	}
	query := u.Query()
	for name := range query {
		if strings.HasPrefix(name, "utm_") || slices.Contains([]string{"fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref", "cmpid", "ocid"}, name) {
			query.Del(name)
		}
	}
	page := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if len(query) > 0 {
		page += "?" + query.Encode()
	}
	return page
}
