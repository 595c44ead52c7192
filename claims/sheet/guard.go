package sheet

import (
	"strings"
	"unicode/utf8"
)

// formulaStarts are the characters before which export puts an apostrophe, so
// that no spreadsheet takes the cell for a formula.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// unguard takes away the apostrophe that export put before a cell, and no
// other: export gives a cell that had one before such a character another.
func unguard(cell string) string {
	if cell[0] != '\'' {
		return cell
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "'"))
	if first != utf8.RuneError && strings.ContainsRune(formulaStarts, first) {
		return cell[1:]
	}
	return cell
}
