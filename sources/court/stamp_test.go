package court

import "testing"

func TestX(t *testing.T) {
	for _, f := range Forms {
		t.Logf("%s: %+v", f.Courts, Stamps(f.Line))
	}
	for _, s := range []string{"No. 4:24-cv-04722-YGR (N.D. Cal.)", "see 24-cv-4722 and 22-10964-mg, No. 24-720, 24 Civ. 4722 (JGK), Case No. 1:20-CV-01234-ABC, Index No. 952002/2022, call 555-1234 or 10-20", "C.A. No. 2024-0123-KSJM"} {
		t.Logf("%+v", Dockets(s))
	}
}
