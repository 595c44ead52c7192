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

// Attribution is who the copy says a claim comes from, with the words that
// show it. Spans are offsets in the draft's text; a part that isn't there has
// an empty Text and a zero Span.
type Attribution struct {
	Label     Label  `json:"label"`
	Anonymous bool   `json:"anonymous"` // nobody is named: "people familiar with the matter"
	Hedged    bool   `json:"hedged"`    // "reportedly", "allegedly"
	Denied    bool   `json:"denied"`    // the speaker says it is not so
	Voice     Voice  `json:"voice,omitempty"`
	Speaker   Phrase `json:"speaker"`
	Cue       Phrase `json:"cue"`
	Content   Phrase `json:"content"` // what is said
}

// Phrase is words of the draft and where they stand.
type Phrase struct {
	Text string `json:"text"`
	Span
}
