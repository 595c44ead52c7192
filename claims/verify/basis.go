package verify

import (
	"encoding/json"
	"slices"
	"time"

	"stet/claims"
	"stet/claims/facts"
	"stet/sources"
)

// version is that of the checks as a whole: a newer one may find otherwise in
// the same dossier, which is then unverified.
const version = 5

// Basis names everything that the checks read, as a digest: a dossier, and the
// version of the readers that made its texts. Where two have the same basis,
// the checks find the same in both.
func Basis(d *claims.Dossier, readers string) string {
	type entry struct {
		Claim     claims.Claim
		Citations []claims.Citation
	}
	basis := struct {
		Version int
		Readers string
		Draft   sources.Digest
		Remarks []claims.Remark
		Entries []entry
		Sources map[string]claims.Evidence
	}{Version: version, Readers: readers, Draft: d.Draft.Digest, Remarks: d.Draft.Remarks, Sources: map[string]claims.Evidence{}}
	for _, e := range d.Entries {
		if e.Claim.Cut {
			continue
		}
		basis.Entries = append(basis.Entries, entry{e.Claim, e.Citations})
	}
	for id, known := range d.Sources {
		basis.Sources[id] = withoutTimes(known)
	}
	b, err := json.Marshal(basis)
	if err != nil {
		return "" // the basis of nothing: the checks run again
	}
	return string(sources.DigestOf(b))
}

// withoutTimes leaves out which attempt it was that last came to the same, but
// for when an archive got a page, which is told.
func withoutTimes(e claims.Evidence) claims.Evidence {
	if e.Via != sources.Archived {
		e.TakenAt = time.Time{}
	}
	if e.Last != nil {
		e.Last = &sources.Capture{State: e.Last.State, Reason: e.Last.Reason}
	}
	return e
}

// basis names what the checks read of one claim, wherever it stands in the
// draft, or is empty where that can't be told.
func (r *run) basis(e claims.Entry) string {
	basis := struct {
		Version   int
		Readers   string
		Cites     bool
		Claim     claims.Claim
		Citations []claims.Citation
		Sources   []claims.Evidence
		Beyond    []claims.Evidence
		On        string
	}{Version: version, Readers: r.options.Readers, Cites: r.cites, Claim: movedTo0(e.Claim), Citations: e.Citations, On: r.countsFrom(e.Claim)}
	for _, c := range e.Citations {
		basis.Sources = append(basis.Sources, withoutTimes(r.dossier.Sources[c.Source]))
	}
	for _, id := range r.beyond(e) {
		basis.Beyond = append(basis.Beyond, withoutTimes(r.dossier.Sources[id]))
	}
	b, err := json.Marshal(basis)
	if err != nil {
		return ""
	}
	return string(sources.DigestOf(b))
}

// countsFrom returns the day that a claim's dates count from, where they do:
// "last Tuesday" of a draft of another day is another.
func (r *run) countsFrom(c claims.Claim) string {
	for _, f := range facts.Numbers(c.Text) {
		if f.Kind == facts.Date && f.From == "" {
			return r.dossier.Draft.At.Format(time.DateOnly)
		}
	}
	return ""
}

// movedTo0 returns the claim as if its draft began with it, and nothing stood
// around it.
func movedTo0(c claims.Claim) claims.Claim {
	by := c.Start()
	c.Spans, c.Attributions = slices.Clone(c.Spans), slices.Clone(c.Attributions)
	for i := range c.Spans {
		c.Spans[i] = back(c.Spans[i], by)
	}
	for i := range c.Attributions {
		a := &c.Attributions[i]
		for _, p := range []*claims.Phrase{&a.Speaker, &a.Antecedent, &a.Cue, &a.Content, &a.Terms} {
			p.Span = back(p.Span, by)
		}
	}
	c.Prefix, c.Suffix = "", ""
	return c
}

func back(s claims.Span, by int) claims.Span {
	if s == (claims.Span{}) {
		return s
	}
	return claims.Span{Start: s.Start - by, End: s.End - by}
}
