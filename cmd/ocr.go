package cmd

import (
	"github.com/spf13/cobra"

	"stet/claims"
	"stet/sources/text"
)

// ocrFlag says whether pages that are pictures are recognised.
type ocrFlag bool

func (f *ocrFlag) add(c *cobra.Command) {
	c.Flags().BoolVar((*bool)(f), "ocr", false, "read pages that are pictures by tesseract, and mark their words so")
}

// check refuses a wish for OCR that nothing here can follow.
func (f ocrFlag) check() error {
	if !f {
		return nil
	}
	if err := text.CanOCR(); err != nil {
		return claims.Invalidf("--ocr: %w", err)
	}
	return nil
}

// apply has the desk do as the flag says.
func (f ocrFlag) apply(s *session) error {
	s.desk.OCR = bool(f)
	return f.check()
}
