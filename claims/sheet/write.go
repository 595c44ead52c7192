package sheet

import (
	"bytes"
	"strings"
)

// SeparatorOf returns what separates the cells of a sheet that has this header.
func SeparatorOf(header []byte) byte {
	separator := separators[0]
	for _, s := range separators[1:] {
		if bytes.Count(header, []byte{s}) > bytes.Count(header, []byte{separator}) {
			separator = s
		}
	}
	return separator
}

// Quoted returns a text as a cell of such a sheet.
func Quoted(s string, separator byte) string {
	if separator == '\t' {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("\t\r\n\"\\", r) {
				return ' '
			}
			return r
		}, s)
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
