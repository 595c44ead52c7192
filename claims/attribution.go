package claims

// Voice says what a court paper does with a statement. Only attributions
// labelled InCourtFiling have one.
type Voice string

// The voices.
const (
	Allegation Voice = "allegation" // a party says so
	Sworn      Voice = "sworn"      // a declaration or affidavit
	Testimony  Voice = "testimony"
	Exhibit    Voice = "exhibit"
	Ruling     Voice = "ruling" // the court says so
	Docket     Voice = "docket" // the clerk's record
)

// SpeakerKind says what sort of speaker the copy gives.
type SpeakerKind string

// The kinds of speaker. A speaker that the copy doesn't give has none.
const (
	Named       SpeakerKind = "named"       // by name, or by a pronoun that stands for one
	Unnamed     SpeakerKind = "unnamed"     // described: "people familiar with the matter", "the lawyer"
	Document    SpeakerKind = "document"    // "court filings", "a poll"
	Institution SpeakerKind = "institution" // "Reuters", "the company", "a spokesman for the mayor"
)

// Mood says that a cue doesn't plainly give somebody's word.
type Mood string

// The moods. The empty Mood is the plain one: somebody said it.
const (
	Negated     Mood = "negated"     // "did not say that"
	Asked       Mood = "asked"       // what is given is a question: "asked whether"
	Conditional Mood = "conditional" // it may be said, or would be: "if he says", "may announce"
)

// Record says on which terms the speaker spoke, where the copy tells.
type Record string

// The terms.
const (
	OnRecord     Record = "on the record"
	OnBackground Record = "on background"
	OffRecord    Record = "off the record"
	Anonymity    Record = "anonymity" // "on condition of anonymity", "declined to be named"
)

// Attribution is who the copy says a claim comes from, with the words that
// show it. Spans are byte offsets in the draft's text; a part that isn't there
// has an empty Text and a zero Span.
type Attribution struct {
	Label     Label `json:"label"`
	Anonymous bool  `json:"anonymous"` // nobody is named: "people familiar with the matter"
	Hedged    bool  `json:"hedged"`    // "reportedly", "allegedly"
	Denied    bool  `json:"denied"`    // the speaker says it is not so
	// Beside says that what is said stands beside what the sentence states, as
	// in a relative clause, and so does not decide the claim's label.
	Beside  bool        `json:"beside,omitempty"`
	Voice   Voice       `json:"voice,omitempty"`
	Kind    SpeakerKind `json:"kind,omitempty"`
	Mood    Mood        `json:"mood,omitempty"`
	Record  Record      `json:"record,omitempty"`
	Terms   Phrase      `json:"terms,omitzero"` // the words that Record rests on
	Speaker Phrase      `json:"speaker"`
	// Antecedent is the last full name before a speaker that is given as a
	// pronoun or by surname alone, or the last group before "they". Who is
	// meant is a guess; the Speaker's words are the copy's own.
	Antecedent Phrase `json:"antecedent,omitzero"`
	Cue        Phrase `json:"cue"`
	Content    Phrase `json:"content"` // what is said
}

// Phrase is words of the draft and where they stand.
type Phrase struct {
	Text string `json:"text"`
	Span
}
