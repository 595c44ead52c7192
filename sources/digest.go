package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Digest names bytes by their SHA-256, as 64 lowercase hexadecimal digits.
// Equal digests mean equal bytes; the empty Digest names nothing.
type Digest string

// DigestOf returns the digest of b.
func DigestOf(b []byte) Digest {
	sum := sha256.Sum256(b)
	return Digest(hex.EncodeToString(sum[:]))
}

// ParseDigest returns s as a Digest, or an error if s is not 64 hexadecimal
// digits. Upper case is accepted and lowered.
func ParseDigest(s string) (Digest, error) {
	raw, err := hex.DecodeString(s)
	if err != nil || len(raw) != sha256.Size {
		return "", fmt.Errorf("%q is not a SHA-256 digest (64 hexadecimal digits)", s)
	}
	return Digest(strings.ToLower(s)), nil
}

// Short returns the first 12 digits, enough to tell snapshots apart on a
// screen. It is for people; programs compare whole digests.
func (d Digest) Short() string {
	if len(d) < 12 {
		return string(d)
	}
	return string(d[:12])
}
