package text

import "testing"

func TestMetadataIsText(t *testing.T) {
	for in, want := range map[string]string{
		"A memo\x00": "A memo", " Title\n": "Title", "Caf\xe9": "Caf\ufffd", "“Ja”": "“Ja”", "\x00\x00": "",
	} {
		if got := metadata(in); got != want {
			t.Errorf("metadata(%q) = %q, want %q", in, got, want)
		}
	}
}
