// Package sources is the vocabulary of evidence: where it comes from (Source),
// the bytes captured of it (Snapshot, Capture) and the text read from those
// bytes (Text). It does no I/O and imports nothing of the project.
package sources

import (
	"fmt"
	"net/url"
	"path"
	"strings"
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
	// Within is the folder that the file must lie in, as Address gives folders,
	// because only a draft names it; empty where a person does.
	Within string `json:"within,omitempty"`
}

// Code returns the source's number as people see it, such as "S-0007".
func (s Source) Code() string { return fmt.Sprintf("S-%04d", s.Number) }

// Name returns the shortest name by which a person knows the source: its
// alias, the last part of its address, or what the draft calls it.
func (s Source) Name() string {
	if s.Alias != "" {
		return s.Alias
	}
	u, ok := parseURL(s.Address)
	switch {
	case ok:
		return urlName(u)
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
	_, ok := parseURL(address)
	return ok
}

func parseURL(address string) (*url.URL, bool) {
	lower := strings.ToLower(address)
	if !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
		return nil, false
	}
	u, err := url.Parse(address)
	return u, err == nil && u.Host != ""
}

func urlName(u *url.URL) string {
	host := strings.TrimPrefix(u.Host, "www.")
	if base := path.Base(u.Path); base != "." && base != "/" {
		return host + "/…/" + base
	}
	return host
}
