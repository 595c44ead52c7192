package text

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os/exec"
	"strings"
	"time"
	"unicode"
)

const (
	// maxOCRTime bounds the recognition of one page. A dense one takes seconds.
	maxOCRTime = time.Minute
	// maxOCRWords bounds in bytes what is taken as the words of one page.
	maxOCRWords = 1 << 20
)

// errNoOCR says what is missing, in words that a person can act on.
var errNoOCR = errors.New("no tesseract on the PATH to read pages that are pictures by (Debian: tesseract-ocr)")

// CanOCR returns nil where Options.OCR can be followed, and otherwise an error
// that says what is missing.
func CanOCR() error {
	_, err := findOCR()
	return err
}

func findOCR() (string, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return "", errNoOCR
	}
	return program, nil
}

// recognise returns the words that tesseract, the program at path, sees in a
// picture. Its language is tesseract's own default. It fails where that takes
// longer than maxOCRTime.
func recognise(ctx context.Context, program string, picture *image.Gray) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, maxOCRTime)
	defer cancel()
	var words, complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, program, "stdin", "stdout")
	cmd.Stdin = pgm(picture)
	cmd.Stdout = &capped{&words, maxOCRWords}
	cmd.Stderr = &capped{&complaint, 1 << 10}
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("run tesseract: %w: %s", errors.Join(err, ctx.Err()), strings.TrimSpace(complaint.String()))
	}
	return cleanOCR(words.String()), nil
}

// cleanOCR returns what tesseract wrote as pages are kept: it ends each page
// with a form feed and may leave lines of nothing but spaces.
func cleanOCR(words string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(words, "\ufffd")))
}

// pgm writes a picture as a portable graymap, which tesseract takes and which
// costs nothing to make: https://netpbm.sourceforge.net/doc/pgm.html
func pgm(picture *image.Gray) io.Reader {
	size := picture.Bounds().Size()
	rows := make([]io.Reader, 0, size.Y+1)
	rows = append(rows, strings.NewReader(fmt.Sprintf("P5 %d %d 255\n", size.X, size.Y)))
	for y := range size.Y {
		rows = append(rows, bytes.NewReader(picture.Pix[y*picture.Stride:y*picture.Stride+size.X]))
	}
	return io.MultiReader(rows...)
}

// capped keeps the first bytes written to it, up to left, and drops the rest.
type capped struct {
	kept *bytes.Buffer
	left int
}

func (c *capped) Write(b []byte) (int, error) {
	n := min(len(b), c.left)
	c.left -= n
	c.kept.Write(b[:n])
	return len(b), nil
}
