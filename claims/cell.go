package claims

import (
	"strings"
	"unicode/utf8"
)

// formulaStarts are the characters with which spreadsheets begin a formula
// (OWASP, CSV Injection), with their full-width forms, which some programs take
// for the same.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// GuardCell puts an apostrophe before the text of a cell that a spreadsheet would
// run. It also guards one that begins with an apostrophe before such a character,
// so that the guard can be told from the text and undone.
func GuardCell(cell string) string {
	if cell == "" || isPlainStart(cell[0]) || !startsFormula(cell) {
		return cell
	}
	return "'" + cell
}

// UnguardCell takes away the apostrophe that GuardCell put before a cell, and no
// other.
func UnguardCell(cell string) string {
	if strings.HasPrefix(cell, "'") && startsFormula(cell) {
		return cell[1:]
	}
	return cell
}

// isPlainStart reports of the first byte of most cells that it begins no formula.
func isPlainStart(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

// startsFormula reports whether a formula stands in a cell, behind apostrophes or
// none.
func startsFormula(cell string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "'"))
	return first != utf8.RuneError && strings.ContainsRune(formulaStarts, first)
}
