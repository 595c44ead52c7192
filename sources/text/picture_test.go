package text

import (
	"context"
	"strings"
	"testing"
)

// TestPicturesAreUnread shows what is said of bytes that are no words.
func TestPicturesAreUnread(t *testing.T) {
	for _, tt := range []struct{ name, declared, b, media, why string }{
		{"a", "", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png", "it is a picture (PNG): it needs a person's eyes"},
		{"a.jpg", "image/jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg", "it is a picture (JPEG): it needs a person's eyes"},
		{"a", "", "GIF89a\x01\x00\x01\x00\x00", "image/gif", "it is a picture (GIF): it needs a person's eyes"},
		{"a", "video/mp4", "x", "video/mp4", "it is a recording (video/mp4): it needs a person's ears, or cite its transcript"},
		{"a", "", "RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav", "it is a recording (audio/wav): it needs a person's ears, or cite its transcript"},
	} {
		got := mustRead(t, []byte(tt.b), Options{Name: tt.name, MediaType: tt.declared})
		if got.MediaType != tt.media || !got.IsUnread() || got.WhyUnread() != tt.why {
			t.Errorf("%s: %+v: %q", tt.name, got, got.WhyUnread())
		}
	}
	got := mustRead(t, []byte("<html><p>No such picture is here."), Options{Name: "a.png", MediaType: "image/png"})
	if got.MediaType != "text/html" || got.IsUnread() {
		t.Errorf("a page in place of a picture: %+v", got)
	}
}

// TestUnknownBytes shows that bytes of no known type are an error which names
// the type, whatever they are.
func TestUnknownBytes(t *testing.T) {
	for b, want := range map[string]string{
		"\x7fELF\x02\x01\x01\x00\x00\x00":  "application/x-",
		"\x00\x01\x02\x03\xff\xfe":         "application/octet-stream",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "application/x-ole-storage",
	} {
		got, err := library(t).Read(context.Background(), []byte(b), Options{Name: "download"})
		if err == nil || !strings.Contains(err.Error(), "no reader for "+want) {
			t.Errorf("%q: %+v, %v", b, got, err)
		}
	}
}
