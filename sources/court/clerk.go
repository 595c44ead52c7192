package court

import (
	"strings"

	"stet/sources"
)

// clerkFields are the parts of the stamps with which the filing systems of
// states mark a paper: New York's NYSCEF, File & ServeXpress in Delaware,
// Odyssey in Illinois and Texas, and others. Their labels are so much their
// own that one of them with a date makes a stamp.
func clerkFields() []field {
	proof := func(form string, set func(*sources.Stamp, []string) bool) field {
		return field{form: anchored(form), set: set, opens: true, proof: true}
	}
	follows := func(form string, set func(*sources.Stamp, []string) bool) field {
		return field{form: anchored(form), set: set, proof: true}
	}
	return []field{
		proof(`FILED: ([A-Z0-9 .,'&-]{0,60}?\b(?:CLERK|COURT|DEPT|DIVISION)\b[A-Z0-9 .&-]{0,20}?) `+date+clock, setClerk),
		opening(`INDEX NO\. ?([A-Z]{0,5}\d{4,}(?:[/-]\d{1,6})?)`, setNumber),
		within(`INDEX NO\. ?UNASSIGNED`, ignore),
		proof(`NYSCEF DOC\. NO\. ?(\d+)`, setDocument),
		proof(`RECEIVED NYSCEF: ?`+date, ignore),
		proof(`(?:EFiled|EFILED): ?()`+date+clock, setFiled),
		follows(`(?:Transaction|Trans) ID:? ?[A-Z]{0,3}\d+`, ignore),
		proof(`FILED DATE: ?()`+date+` \d{1,2}:\d{2} ?[AP]M\b`, setFiled),
		opening(`DATE FILED: ?()`+date+clock, setFiled),
		follows(`FILING ID: ?[0-9A-F]{10,}`, ignore),
		proof(`Filing # ?\d+ E-?Filed()? `+date+clock, setFiled),
		proof(`Filed in (District Court,? State of Minnesota) `+date+clock, setFiled),
		proof(`(?:Electronically|ELECTRONICALLY) (?:FILED|Filed)(?: (?:by|BY))? (Superior Court of (?:the State of )?California,? County of (?:[A-Z][a-z]+ ?){1,3})(?:on )?`+date+clock, setClerk),
		proof(`E-FILED [A-Z][a-z]+day, ()`+date+clock, setFiled),
		within(`Clerk, U\.S\. District Court, ([A-Z]{4})\b`, setCourt),
		follows(`(U\.S\. DISTRICT COURT [NSEWMC]\.D\. OF [A-Z]+)`, setCourt),
		within(`(?:[A-Z][A-Za-z.'-]* ){2,4}- (District Clerk,? (?:[A-Z][a-z]+ ){1,2}County)(?:, T(?:exas|X))?`, setCourt),
		follows(`Envelope No\. ?\d{6,}`, ignore),
		within(`(?:[A-Z][A-Za-z.'-]*,? ){2,4}(?:Executive Officer/)?Clerk of (?:the )?Court,?`, ignore),
		within(`[Bb]y:? (?:[A-Z][A-Za-z.]* ?){1,3}(?:, ?Deputy(?: Clerk)?)?`, ignore),
		opening(`(`+countywide+`)\b`, setNumber),
	}
}

// caseField is the number of a state's case behind its label. It stands last of
// all, since nearly any word with a digit is such a number.
func caseField() field {
	return opening(`(?:Case|CASE)(?: ID)?`+label+`(`+statewide+`(?: [A-Z]{2,4}\b){0,2})`, setNumber)
}

func setNumber(s *sources.Stamp, m []string) bool { return once(&s.Case, m[1]) }

func setClerk(s *sources.Stamp, m []string) bool {
	return once(&s.Court, strings.TrimRight(m[1], " ,")) && once(&s.Filed, day(m[2]))
}
