package export

import (
	"archive/zip"
	"io"
	"slices"
)

// xlsxWriter writes an Office Open XML workbook (ECMA-376) of three sheets:
// claims, citations and sources. The claims go straight into the archive; the
// rows of the other sheets, which stand after them, are kept compressed until
// then.
type xlsxWriter struct {
	archive   *zip.Writer
	claims    *sheet // nil until the archive has its head
	citations *packedSheet
	sources   *packedSheet
	written   map[string]bool // sources, by their code
}

func newXLSX(w io.Writer, _ Options) Writer {
	return &xlsxWriter{
		archive: zip.NewWriter(w), written: map[string]bool{},
		citations: newPackedSheet("citations", citationSheet()), sources: newPackedSheet("sources", sourceSheet()),
	}
}

// claimSheet, citationSheet and sourceSheet are the columns of the sheets.
func claimSheet() []column {
	return slices.Concat(claimColumns, askedColumns, reviewColumns, []column{countColumn})
}

func citationSheet() []column {
	names := []string{"article", "claim", "source", "source_name"}
	var keys []column
	for _, c := range slices.Concat(claimColumns, sourceColumns) {
		if slices.Contains(names, c.name) {
			keys = append(keys, c)
		}
	}
	return slices.Concat(keys, citationColumns)
}

func sourceSheet() []column { return slices.Concat(sourceColumns, captureColumns) }

func (w *xlsxWriter) Write(r Record) error {
	if err := w.head(); err != nil {
		return err
	}
	if err := w.claims.write(&r, nil); err != nil {
		return err
	}
	for i := range r.Citations {
		c := &r.Citations[i]
		if err := w.citations.write(&r, c); err != nil {
			return err
		}
		if w.written[c.Source] {
			continue
		}
		w.written[c.Source] = true
		if err := w.sources.write(&r, c); err != nil {
			return err
		}
	}
	return nil
}

// head writes the parts of the workbook that stand before its sheets, and the
// beginning of the first.
func (w *xlsxWriter) head() error {
	if w.claims != nil {
		return nil
	}
	for _, p := range xlsxParts {
		out, err := w.archive.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(out, p.text); err != nil {
			return err
		}
	}
	out, err := w.archive.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return err
	}
	w.claims, err = newSheet(out, "claims", claimSheet())
	return err
}

func (w *xlsxWriter) Close() error {
	if err := w.head(); err != nil {
		return err
	}
	if err := w.claims.end(); err != nil {
		return err
	}
	if err := w.citations.copyTo(w.archive, "xl/worksheets/sheet2.xml"); err != nil {
		return err
	}
	if err := w.sources.copyTo(w.archive, "xl/worksheets/sheet3.xml"); err != nil {
		return err
	}
	return w.archive.Close()
}
