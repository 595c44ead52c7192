package verify

import (
	"encoding/json"

	"stet/claims"
	"stet/sources"
)

// version is that of the checks as a whole: a newer one may find otherwise in
// the same dossier, which is then unverified.
const version = 1

// Basis names everything in a dossier that the checks read, as a digest: where
// two dossiers have the same basis, the checks find the same in both.
func Basis(d *claims.Dossier) string {
	type entry struct {
		Claim     claims.Claim
		Citations []claims.Citation
	}
	basis := struct {
		Version int
		Draft   sources.Digest
		Remarks []claims.Remark
		Entries []entry
		Sources map[string]claims.Evidence
	}{Version: version, Draft: d.Draft.Digest, Remarks: d.Draft.Remarks, Sources: map[string]claims.Evidence{}}
	for _, e := range d.Entries {
		if e.Claim.Cut {
			continue
		}
		basis.Entries = append(basis.Entries, entry{e.Claim, e.Citations})
		for _, c := range e.Citations {
			basis.Sources[c.Source] = withoutTimes(d.Sources[c.Source])
		}
	}
	b, err := json.Marshal(basis)
	if err != nil {
		return "" // the basis of nothing: the checks run again
	}
	return string(sources.DigestOf(b))
}

// withoutTimes leaves out which attempt it was that last came to the same.
func withoutTimes(e claims.Evidence) claims.Evidence {
	if e.Last != nil {
		e.Last = &sources.Capture{State: e.Last.State, Reason: e.Last.Reason}
	}
	return e
}
