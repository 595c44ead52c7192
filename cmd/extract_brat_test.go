package cmd

import (
	"strings"
	"testing"

	"stet/claims"
)

// TestBratPartsLines has a claim of two spans, of which one goes on in the next
// line, far enough into a text that characters are counted in steps.
func TestBratPartsLines(t *testing.T) {
	const lead = "–…– "
	before := strings.Repeat(lead, 1000)
	text := before + "Two tugs\r\ncame, and left."
	at := func(words string) claims.Span {
		i := strings.Index(text, words)
		return claims.Span{Start: i, End: i + len(words)}
	}
	var out strings.Builder
	err := writeBrat(&out, extraction{Text: text, Claims: []extractedClaim{{
		Spans: []claims.Span{at("Two tugs\r\ncame"), at("left.")}, Label: claims.OwnVoice, Priority: claims.Low,
	}}})
	want := "T1\tClaim 4000 4008;4010 4014;4020 4025\tTwo tugs came left.\nA1\tLabel T1 own-voice\nA2\tPriority T1 low\n"
	if err != nil || out.String() != want {
		t.Errorf("%q, %v, want %q", out.String(), err, want)
	}
}
