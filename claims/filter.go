package claims

// Filter says which claims are wanted. Its zero value wants them all but the
// cut ones.
type Filter struct {
	Article string // slug
	Number  int    // of one claim; 0 for any
	Label   *Label
	Verdict *Verdict // as it holds: a void sign-off is open
	Finding string   // a check's id or a severity
	Source  string   // a source's ID
	Speaker string   // part of a speaker's words, case folded
	Text    string   // part of the claim's words, case and typography folded
	Cut     bool     // the cut ones too
}
