package text

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestReadErrors(t *testing.T) {
	docx := fixture(t, "memo.docx")
	pdf := fixture(t, "complaint.pdf")
	tests := []struct {
		name string
		b    []byte
		o    Options
		want string
	}{
		{"unknown type", []byte("PK\x03\x04\x00\x00"), Options{Name: "a.zip"}, "no reader for application/zip (readable: " + strings.Join(TypeNames(), ", ")},
		{"declared type without reader", []byte("x"), Options{MediaType: "application/x-none"}, "no reader for application/x-none"},
		{"not UTF-8", []byte("one\ntwo \xe9\n"), Options{Name: "a.txt", Whole: true}, "line 2, byte 9 of the file, is 0xe9"},
		{"not UTF-8 behind a mark", []byte("\xef\xbb\xbfa\xff"), Options{Name: "a.md"}, "line 1, byte 5 of the file, is 0xff"},
		{"encrypted PDF", fixture(t, "locked.pdf"), Options{}, "the PDF is encrypted"},
		{"damaged PDF", pdf[:100], Options{}, "the PDF is damaged"},
		{"PDF by name only", []byte("no PDF"), Options{Name: "a.pdf"}, "the PDF is damaged"},
		{"truncated DOCX", docx[:len(docx)/2], Options{Name: "a.docx"}, "the DOCX is damaged"},
		{"DOCX by name only", []byte("no archive"), Options{Name: "a.docx"}, "the DOCX is damaged"},
		{"encrypted DOCX", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Options{Name: "a.docx"}, "the DOCX is encrypted"},
		{"DOCX without a body", zipped(t, "word/document.xml", "<document/>"), Options{}, "it has no document body"},
		{"DOCX with broken XML", zipped(t, "word/document.xml", "<document><body>"), Options{}, "the DOCX is damaged: word/document.xml"},
		{"nested too deeply", zipped(t, "word/document.xml", strings.Repeat("<a>", 100_000)), Options{}, "nested too deeply"},
		{"zip bomb", bomb(t), Options{}, "unzips to more than the 67108864 bytes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := library(t).Read(context.Background(), tt.b, tt.o)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func zipped(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb returns a DOCX whose main part says that it unzips to too much.
func bomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, UncompressedSize64: maxPart + 1}); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPartsAreCounted reads a part through a limit smaller than it, as one does
// whose header understates its size.
func TestPartsAreCounted(t *testing.T) {
	a, err := openArchive(zipped(t, "a.xml", "<a>words</a>"), "DOCX")
	if err != nil {
		t.Fatal(err)
	}
	a.limit = 8
	a.files["a.xml"].UncompressedSize64 = 1
	if _, err := a.part("a.xml"); err == nil {
		t.Error("a part over the limit was read")
	}
}

func TestUnreadIsNoError(t *testing.T) {
	for _, tt := range []struct {
		name string
		b    []byte
	}{
		{"empty.md", nil}, {"empty.pdf", nil}, {"empty.docx", nil}, {"empty.html", []byte(" \n")}, {"empty", nil},
		{"markup.html", []byte("<html><body><p> </p></body></html>")},
		{"scan.pdf", fixture(t, "scan.pdf")},
	} {
		got, err := library(t).Read(context.Background(), tt.b, Options{Name: tt.name})
		if err != nil || !got.IsUnread() || got.MediaType == "" {
			t.Errorf("%s: %+v, %v", tt.name, got, err)
		}
	}
}

func TestReadStopsWithItsContext(t *testing.T) {
	l := NewLibrary(Setup{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Read(ctx, fixture(t, "complaint.pdf"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

// TestPDFReaderRecovers stops a document half way, and reads the next.
func TestPDFReaderRecovers(t *testing.T) {
	pdf := fixture(t, "complaint.pdf")
	mustRead(t, pdf, Options{}) // so that the sandbox runs
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if _, err := library(t).Read(ctx, pdf, Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that of the deadline", err)
	}
	if got := mustRead(t, pdf, Options{}); len(got.Pages) != 3 {
		t.Errorf("%d pages", len(got.Pages))
	}
}

func TestMediaType(t *testing.T) {
	tests := []struct{ name, declared, bytes, want string }{
		{"a.md", "", "# x", "text/markdown"},
		{"a.MARKDOWN", "", "# x", "text/markdown"},
		{"https://x.org/a.txt?b=c", "", "x", "text/plain"},
		{"a.txt", "md", "x", "text/markdown"},
		{"a", "text/html; charset=iso-8859-1", "x", "text/html"},
		{"a", "application/octet-stream", "<!DOCTYPE html><p>x", "text/html"},
		{"a.html", "application/octet-stream", "x", "text/html"},
		{"a.md", "", "%PDF-1.7 x", "application/pdf"},
		{"a.pdf", "application/pdf", "<html>no such page", "text/html"},
		{"a", "", "plain words", "text/plain"},
		{"a", "", "", "text/plain"},
		{"a", "", "\xff\xfea\x00", "text/plain"},
		{"a", "", "PK\x03\x04 word/", docxType},
		{"a.zip", "", "PK\x03\x04 x", "application/zip"},
		{"a.csv", "", "a,b", "text/csv"},
		{"a", "image/png", "x", "image/png"},
	}
	for _, tt := range tests {
		if got := MediaType([]byte(tt.bytes), tt.name, tt.declared); got != tt.want {
			t.Errorf("MediaType(%q, %q, %q) = %q, want %q", tt.bytes, tt.name, tt.declared, got, tt.want)
		}
	}
}

func TestParseType(t *testing.T) {
	for s, want := range map[string]string{
		"md": "text/markdown", "markdown": "text/markdown", ".txt": "text/plain", "text": "text/plain", "HTML": "text/html", "htm": "text/html",
		"docx": docxType, "pdf": "application/pdf", "text/markdown": "text/markdown", "text/html; charset=utf-8": "text/html",
	} {
		if got, err := ParseType(s); err != nil || got != want {
			t.Errorf("ParseType(%q) = %q, %v, want %q", s, got, err, want)
		}
	}
	for _, s := range []string{"", "doc", "image/png", "."} {
		if got, err := ParseType(s); err == nil || !strings.Contains(err.Error(), strings.Join(TypeNames(), ", ")) {
			t.Errorf("ParseType(%q) = %q, %v, want an error that lists the types", s, got, err)
		}
	}
}

func TestReadersAreWhole(t *testing.T) {
	seen := map[string]string{}
	for _, r := range Readers {
		for _, key := range append(append([]string{r.Name}, r.MediaTypes...), r.Extensions...) {
			if other, ok := seen[key]; ok {
				t.Errorf("%q names both %s and %s", key, other, r.Name)
			}
			seen[key] = r.Name
		}
		if r.read == nil || len(r.MediaTypes) == 0 || len(r.Extensions) == 0 {
			t.Errorf("reader %q is not whole", r.Name)
		}
	}
}
