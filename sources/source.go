// Package sources is the vocabulary of evidence: where it comes from (Source),
// the bytes captured of it (Snapshot, Capture) and the text read from those
// bytes (Text). It does no I/O and imports nothing of the project.
package sources

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"time"
)

// Source is where evidence comes from: a web address, a file, or something
// held elsewhere such as a call, notes or a book.
type Source struct {
	ID        string `json:"id"`                  // UUIDv7, made by the program
	Number    int    `json:"number"`              // given per ledger from 1; shown by Code
	Alias     string `json:"alias,omitempty"`     // a short name given by a person, unique in the ledger
	Address   string `json:"address,omitempty"`   // an http(s) URL, or a slash-separated file path; empty when held elsewhere
	Held      string `json:"held,omitempty"`      // for a source held elsewhere: what the draft said of it, as written
	Kind      Kind   `json:"kind,omitempty"`      //
	KindSet   bool   `json:"kind_set"`            // a person said the kind: no guess replaces it
	Title     string `json:"title,omitempty"`     //
	Publisher string `json:"publisher,omitempty"` //
	Author    string `json:"author,omitempty"`    // byline, or the person spoken to
	Date      string `json:"date,omitempty"`      // as the source or the draft gives it; free text
	Note      string `json:"note,omitempty"`      //
}

// Code returns the source's number as people see it, such as "S-0007".
func (s Source) Code() string { return fmt.Sprintf("S-%04d", s.Number) }

// Name returns the shortest name by which a person knows the source: its
// alias, the last part of its address, or what the draft calls it.
func (s Source) Name() string {
	switch {
	case s.Alias != "":
		return s.Alias
	case s.IsURL():
		return addressName(s.Address)
	case s.Address != "":
		return path.Base(s.Address)
	case s.Held != "":
		return s.Held
	}
	return s.Code()
}

// IsURL reports whether the source is reached over http or https.
func (s Source) IsURL() bool { return IsURL(s.Address) }

// IsHeld reports whether the source is held elsewhere, so that no machine can
// read it.
func (s Source) IsHeld() bool { return s.Address == "" }

// IsURL reports whether address is an absolute http or https URL with a host.
func IsURL(address string) bool {
	lower := strings.ToLower(address)
	if !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && u.Host != ""
}

func addressName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	host := strings.TrimPrefix(u.Host, "www.")
	if base := path.Base(u.Path); base != "." && base != "/" {
		return host + "/…/" + base
	}
	return host
}

// State says how one attempt to capture a source ended.
type State string

// The states of a capture. Only Captured, Unchanged and Changed leave bytes.
const (
	Captured    State = "captured"    // first bytes of this source
	Unchanged   State = "unchanged"   // the same bytes as the last snapshot
	Changed     State = "changed"     // other bytes than the last snapshot
	Blocked     State = "blocked"     // 401, 403, 429 or 451
	Missing     State = "missing"     // no such file, 404 or 410
	Unreachable State = "unreachable" // no answer, a broken one, or a 5xx
	TooLarge    State = "too large"   // over the size limit
	Refused     State = "refused"     // by our own policy, such as a private address
)

// Capture is one attempt to capture a source. Attempts are only appended.
type Capture struct {
	ID        string    `json:"id"` // UUIDv7
	Source    string    `json:"source"`
	At        time.Time `json:"at"`
	State     State     `json:"state"`
	Reason    string    `json:"reason,omitempty"`     // one sentence where the state needs one
	FinalURL  string    `json:"final_url,omitempty"`  // after redirects; empty for files
	Status    int       `json:"status,omitempty"`     // HTTP status; 0 for files and where no answer came
	MediaType string    `json:"media_type,omitempty"` // as recognised from the bytes, then as declared
	Snapshot  Digest    `json:"snapshot,omitempty"`   // empty where no bytes were got
}

// Snapshot is what is known of captured bytes apart from the bytes themselves.
// It is never changed once stored.
type Snapshot struct {
	Digest    Digest    `json:"digest"`
	MediaType string    `json:"media_type"`
	Size      int64     `json:"size"` // in bytes, uncompressed
	At        time.Time `json:"at"`   // when these bytes were first captured
}

// Fetched is what one attempt to get a source's bytes came to. State is never
// Unchanged or Changed: only who knows the last snapshot can tell those.
type Fetched struct {
	State     State
	Reason    string // one sentence where State is not Captured
	FinalURL  string // after redirects; empty for files
	Status    int    // HTTP status; 0 for files and where no answer came
	MediaType string // as declared by the server, or ""
	Bytes     []byte // nil unless State is Captured
}
