package verify

import (
	"stet/claims"
	"stet/sources"
)

// Example is a claim with its evidence that a check must catch or must spare.
type Example struct {
	Claim     string
	Label     claims.Label
	Speaker   string
	Anonymous bool
	Place     claims.Place // "" is the body
	Remark    string       // a footnote that names no source
	Cites     []Exhibit
	// Uncited makes the rest of the draft cite nothing either.
	Uncited bool
	// Says is part of the message; it stands only in examples to catch.
	Says string
}

// Exhibit is one piece of evidence of an Example.
type Exhibit struct {
	Kind      sources.Kind
	Publisher string
	Held      string        // held elsewhere: no text
	Address   string        // "" is a file's
	State     sources.State // of the last attempt; "" is captured
	Via       sources.Via   // of the snapshot
	Text      string        // what the source says; without it and Pages, an attempt that failed left no snapshot
	Pages     []string      // instead of Text, page by page; "\f" is a scanned page
	Quote     string        // the words relied on
	Locator   claims.Locator
}
