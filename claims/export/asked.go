package export

import (
	"fmt"
	"strings"
	"time"

	"stet/claims"
)

// Query is a question that was put to somebody about a claim.
type Query struct {
	Number     int    `json:"number"` // from 1, given per claim
	Question   string `json:"question"`
	To         string `json:"to"`
	By         string `json:"by"`
	At         string `json:"at"`          // RFC 3339, UTC
	Answer     string `json:"answer"`      // "" while it is open
	AnsweredBy string `json:"answered_by"` // "" likewise
	AnsweredAt string `json:"answered_at"` // "" likewise
}

// NewQuery returns a query as it is written.
func NewQuery(q claims.Query) Query {
	return Query{q.Number, q.Question, q.To, q.By, timestamp(q.At), q.Answer, q.AnsweredBy, timestampOrNone(q.AnsweredAt)}
}

// Reply is what was recorded of somebody of whom a claim is critical.
type Reply struct {
	To          string `json:"to"`
	Via         string `json:"via"`
	ContactedAt string `json:"contacted_at"` // RFC 3339, UTC; "" where nobody has asked them
	Deadline    string `json:"deadline"`
	Response    string `json:"response"`
	RespondedAt string `json:"responded_at"`
	Words       string `json:"words"` // the claim's, as they were put to them
	By          string `json:"by"`    // who recorded it last
	At          string `json:"at"`
}

// NewReply returns a reply as it is written.
func NewReply(r claims.Reply) Reply {
	return Reply{
		r.To, r.Via, timestampOrNone(r.ContactedAt), timestampOrNone(r.Deadline), r.Response, timestampOrNone(r.RespondedAt),
		r.Words, r.By, timestamp(r.At),
	}
}

// Standing says in a few words how things stand with a reply: "asked
// 2026-02-27T10:00:00Z by phone, no response yet".
func (r Reply) Standing(now time.Time) string {
	if r.ContactedAt == "" {
		return "not asked yet"
	}
	said := "asked " + r.ContactedAt
	if r.Via != "" {
		said += " by " + r.Via
	}
	switch {
	case r.Response != "":
		return said + ", responded " + r.RespondedAt
	case r.Deadline == "":
		return said + ", no deadline given"
	case timestamp(now) < r.Deadline:
		return said + ", has until " + r.Deadline
	}
	return said + ", had until " + r.Deadline + ", no response"
}

func timestampOrNone(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return timestamp(t)
}

func (r *Record) asked(e claims.Entry) {
	r.Queries, r.Replies = []Query{}, []Reply{}
	for _, q := range e.Queries {
		r.Queries = append(r.Queries, NewQuery(q))
	}
	for _, y := range e.Replies {
		r.Replies = append(r.Replies, NewReply(y))
	}
}

// askedColumns are what was asked about a claim, all of it in a cell each.
var askedColumns = []column{
	{name: "queries", value: func(r *Record, _ *Citation) string { return queries(r) }},
	{name: "replies", value: func(r *Record, _ *Citation) string { return replies(r) }},
}

// AskedCells returns what the columns queries and replies hold of a claim.
func AskedCells(e claims.Entry) (asked, answered string) {
	var r Record
	r.asked(e)
	return queries(&r), replies(&r)
}

// queries puts a claim's queries into one cell: "1 to Nora Field: Where from?
// answer: The log.; 2 …".
func queries(r *Record) string {
	parts := make([]string, len(r.Queries))
	for i, q := range r.Queries {
		parts[i] = fmt.Sprintf("%d%s: %s", q.Number, before(" to ", q.To), q.Question) + before(" answer: ", q.Answer)
	}
	return strings.Join(parts, "; ")
}

// replies puts a claim's replies into one cell: "Corvane Labs: asked
// 2026-02-27T10:00:00Z, deadline …, responded …: We paid.; …".
func replies(r *Record) string {
	parts := make([]string, len(r.Replies))
	for i, y := range r.Replies {
		parts[i] = y.To + ": " + replyLine(y)
	}
	return strings.Join(parts, "; ")
}

// replyLine says what was recorded of a reply, without whose it is.
func replyLine(y Reply) string {
	switch {
	case y.ContactedAt == "":
		return "not asked"
	case y.Response == "":
		return "asked " + y.ContactedAt + before(" by ", y.Via) + before(", deadline ", y.Deadline) + ", no response"
	}
	return "asked " + y.ContactedAt + before(" by ", y.Via) + before(", deadline ", y.Deadline) + ", responded " + y.RespondedAt + ": " + y.Response
}

// before puts words before others, unless there are none.
func before(words, rest string) string {
	if rest == "" {
		return ""
	}
	return words + rest
}
