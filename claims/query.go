package claims

import "time"

// Query is a question about a claim that a checker puts to somebody, most often
// to the author, with the answer to it. It hangs on the claim, whatever becomes
// of the claim's words.
type Query struct {
	ID       string    `json:"id"`     // UUIDv7
	Claim    string    `json:"claim"`  // the claim's ID
	Number   int       `json:"number"` // given per claim from 1
	Question string    `json:"question"`
	To       string    `json:"to,omitempty"` // empty where the article has no byline and nobody was named
	By       string    `json:"by"`
	At       time.Time `json:"at"`
	// Answer is empty while the query is open, and so are the fields below.
	Answer     string    `json:"answer,omitempty"`
	AnsweredBy string    `json:"answered_by,omitempty"`
	AnsweredAt time.Time `json:"answered_at,omitzero"`
}

// IsOpen reports whether nobody has answered the query yet.
func (q Query) IsOpen() bool { return q.Answer == "" }
