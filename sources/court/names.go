package court

import (
	"regexp"
	"strings"
	"sync"
)

// states are the postal codes of the states by their abbreviation in legal
// citations (Bluebook, table T10), in small letters without periods and spaces.
var states = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"ala": "al", "alaska": "ak", "ariz": "az", "ark": "ar", "cal": "ca", "colo": "co", "conn": "ct", "del": "de", "dc": "dc",
		"fla": "fl", "ga": "ga", "guam": "gu", "haw": "hi", "idaho": "id", "ill": "il", "ind": "in", "iowa": "ia", "kan": "ks",
		"ky": "ky", "la": "la", "me": "me", "md": "md", "mass": "ma", "mich": "mi", "minn": "mn", "miss": "ms", "mo": "mo",
		"mont": "mt", "neb": "ne", "nev": "nv", "nh": "nh", "nj": "nj", "nm": "nm", "ny": "ny", "nc": "nc", "nd": "nd",
		"ohio": "oh", "okla": "ok", "or": "or", "pa": "pa", "pr": "pr", "ri": "ri", "sc": "sc", "sd": "sd", "tenn": "tn",
		"tex": "tx", "utah": "ut", "vt": "vt", "va": "va", "vi": "vi", "wash": "wa", "wva": "wv", "wis": "wi", "wyo": "wy",
	}
})

// districtName is a federal trial court as citations name it: group 1 says
// whether it is a bankruptcy court, 2 which part of the state, 3 the state.
var districtName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(Bankr\. )?(?:([NSEWCM])\. ?)?D\. ?([A-Z][A-Za-z]*\.?(?: ?[A-Z][a-z]*\.)?)`)
})

var circuitName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(\d{1,2})(?:st|nd|rd|th|d) Cir\.|(D\.C\.) Cir\.|(Fed\.) Cir\.)`)
})

// stampName is a court as stamps name it: "TXSD", "USCA4".
var stampName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:USCA ?(\d{1,2})|([A-Z]{4}))$`)
})

// courtNamed returns RECAP's name ("cand", "nysb", "ca9") for a federal court as
// a citation or a stamp begins to name it ("N.D. Cal. Aug. 5, 2024", "9th Cir.",
// "TXSD"), or "" for another.
func courtNamed(s string) string {
	if m := circuitName().FindStringSubmatch(s); m != nil {
		switch {
		case m[2] != "":
			return "cadc"
		case m[3] != "":
			return "cafc"
		}
		return "ca" + m[1]
	}
	if m := districtName().FindStringSubmatch(s); m != nil {
		return districtID(m[1] != "", m[2], m[3])
	}
	if m := stampName().FindStringSubmatch(s); m != nil && m[1] != "" {
		return "ca" + m[1]
	} else if m != nil {
		return strings.ToLower(m[2])
	}
	return ""
}

// districtID puts a trial court's name together: the state, the part of it, and
// "d" or "b".
func districtID(bankruptcy bool, part, state string) string {
	code := stateCode(state)
	switch {
	case code == "":
		return ""
	case bankruptcy:
		return code + strings.ToLower(part) + "b"
	}
	return code + strings.ToLower(part) + "d"
}

// stateCode returns the code of the state that s begins with: of "Cal. Aug." it
// is "ca", of "W. Va." "wv".
func stateCode(s string) string {
	fold := strings.NewReplacer(".", "", " ", "").Replace
	if code, ok := states()[strings.ToLower(fold(s))]; ok {
		return code
	}
	first, _, _ := strings.Cut(s, " ")
	return states()[strings.ToLower(fold(first))]
}
