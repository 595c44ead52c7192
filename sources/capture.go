package sources

import (
	"strings"
	"time"
)

// State says how one attempt to capture a source ended.
type State string

// The states of a capture. Only Captured, Unchanged, Changed and SoftChange
// have bytes.
const (
	Captured    State = "captured"    // first bytes of this source
	Unchanged   State = "unchanged"   // the same bytes as the last snapshot, or the server says so
	Changed     State = "changed"     // other bytes than the last snapshot
	SoftChange  State = "soft change" // other bytes, in which words that a claim relies on no longer stand
	Blocked     State = "blocked"     // 401, 402, 403, 429 or 451, or a page that only keeps programs or readers out
	Missing     State = "missing"     // no such file, 404 or 410, or a page that says of itself that it was not found
	Gone        State = "gone"        // 404 or 410, as at least a day before
	Unreachable State = "unreachable" // no answer, a broken one, or a 5xx
	TooLarge    State = "too large"   // over the size limit
	Refused     State = "refused"     // by our own policy, such as a private address
)

// Via says how the bytes of a capture were got.
type Via string

// The ways to a source's bytes.
const (
	Live     Via = ""         // from the source's own address
	Attached Via = "attached" // a copy that a person saved
	Archived Via = "archived" // a memento in a web archive (RFC 7089)
)

// Capture is one attempt to capture a source. Attempts are only appended.
type Capture struct {
	ID        string     `json:"id"` // UUIDv7
	Source    string     `json:"source"`
	At        time.Time  `json:"at"`
	State     State      `json:"state"`
	Reason    string     `json:"reason,omitempty"` // one sentence where the state needs one
	Via       Via        `json:"via,omitempty"`
	MementoAt time.Time  `json:"memento_at,omitzero"`  // of a memento: when the archive got the bytes
	FinalURL  string     `json:"final_url,omitempty"`  // after redirects, or of the memento; empty for files
	Status    int        `json:"status,omitempty"`     // HTTP status; 0 for files and where no answer came
	MediaType string     `json:"media_type,omitempty"` // as recognised from the bytes, then as declared
	Snapshot  Digest     `json:"snapshot,omitempty"`   // empty where no bytes were got
	Exchanges []Exchange `json:"exchanges,omitempty"`  // the redirects that were followed, then the answer
}

// IsLive reports whether the attempt got bytes from the source's own address.
func (c Capture) IsLive() bool { return c.Snapshot != "" && c.Via == Live }

// NotFound reports whether the server said that the page does not exist, by
// its status code rather than in words.
func (c Capture) NotFound() bool { return c.Status == 404 || c.Status == 410 }

// Exchange is one HTTP request with the head of its answer, as recorded for an
// archive: what was asked, who answered, what they said.
type Exchange struct {
	URL      string  `json:"url"`
	Peer     string  `json:"peer,omitempty"` // the IP address that answered
	Protocol string  `json:"protocol"`       // such as HTTP/1.1
	Status   int     `json:"status"`
	Request  []Field `json:"request"`
	Response []Field `json:"response"`
}

// Field is one header field of an exchange. Fields are in the order of their
// names, those of one name in the order in which they came.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Header returns the first value of the answer's header field of that name, in
// whatever case, or "".
func (e Exchange) Header(name string) string {
	for _, f := range e.Response {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Snapshot is what is known of captured bytes apart from the bytes themselves.
// It is never changed once stored.
type Snapshot struct {
	Digest    Digest    `json:"digest"`
	MediaType string    `json:"media_type"`
	Size      int64     `json:"size"` // in bytes, uncompressed
	At        time.Time `json:"at"`   // when these bytes were first captured
}

// Request says what to fetch, and on which conditions.
type Request struct {
	Address string // an http or https URL, or a file's path with slashes
	// Within is the folder that a file must lie in, links in the file system
	// followed; empty where any will do.
	Within string
	// Since is the last answer that had bytes: the server is asked for the page
	// only if it is another by now. The zero Exchange asks for it in any case.
	Since Exchange
	// Robots asks the host's robots.txt first, because no person asked for just
	// this page.
	Robots bool
}

// Fetched is what one attempt to get a source's bytes came to. State is never
// Changed: only who knows the last snapshot can tell that. It is Unchanged
// where the server says that the page is as it was at Request.Since.
type Fetched struct {
	State     State
	Reason    string // one sentence where State is not Captured
	Via       Via
	MementoAt time.Time // of a memento: when the archive got the bytes
	FinalURL  string    // after redirects; empty for files
	Name      string    // of the file that a person attached
	Status    int       // HTTP status; 0 for files and where no answer came
	MediaType string    // as declared by the server, or ""
	Bytes     []byte    // nil unless State is Captured
	Exchanges []Exchange
}
