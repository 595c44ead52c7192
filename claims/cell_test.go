package claims

import "testing"

// FuzzGuardCell: whatever stands in a cell is what is read of it again, and what
// is written begins no formula.
func FuzzGuardCell(f *testing.F) {
	for _, cell := range []string{"", "plain", "=1+1", "'=1+1", "''＝1", "'", "'plain", "-3", "\tx", "\xff", "'\xff"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		guarded := GuardCell(cell)
		if got := UnguardCell(guarded); got != cell {
			t.Errorf("%q is written as %q and read as %q", cell, guarded, got)
		}
		if guarded == cell && guarded != "" && startsFormula(guarded) {
			t.Errorf("%q begins a formula", guarded)
		}
	})
}
