package court

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stet/sources"
)

func TestDockets(t *testing.T) {
	type number struct{ Text, Key string }
	tests := []struct {
		text string
		want []number
	}{
		{"Musk v. OpenAI, No. 4:24-cv-04722-YGR (N.D. Cal.)", []number{{"4:24-cv-04722-YGR", "24-cv-4722"}}},
		{"docket 24-cv-4722, filed in August", []number{{"24-cv-4722", "24-cv-4722"}}},
		{"In re Celsius, 22-10964-mg", []number{{"22-10964-mg", "22-10964"}}},
		{"Case No. 1:20-CV-01234-ABC-DEF", []number{{"1:20-CV-01234-ABC-DEF", "20-cv-1234"}}},
		{"24 Civ. 4722 (JGK)", []number{{"24 Civ. 4722 (JGK)", "24-cv-4722"}}},
		{"No. 24-720 (9th Cir.)", []number{{"24-720", "24-720"}}},
		{"8:19-bk-10049-TA and 2:21-cr-00007", []number{{"8:19-bk-10049-TA", "19-bk-10049"}, {"2:21-cr-00007", "21-cr-7"}}},
		{"Index No. 952002/2022", []number{{"952002/2022", "952002/2022"}}},
		{"call 555-1234; 10-20 of 24-720 shares; pages 12-34567", nil},
		{"the 2024 CV of 30 people", nil},
		{"", nil},
	}
	for _, tt := range tests {
		var got []number
		for _, d := range Dockets(tt.text) {
			if tt.text[d.Start:d.End] != d.Text {
				t.Errorf("%q: span holds %q, want %q", tt.text, tt.text[d.Start:d.End], d.Text)
			}
			got = append(got, number{d.Text, d.Key})
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestKeyComparesStampAndCitation(t *testing.T) {
	tests := []struct {
		stamp, cited string
		same         bool
	}{
		{"4:24-cv-04722-YGR", "24-cv-4722", true},
		{"4:24-cv-04722-YGR", "4:24-cv-04723", false},
		{"22-10964-mg", "22-10964", true},
		{"24-720", "24-720", true},
		{"952002/2022", "952002/2022", true},
	}
	for _, tt := range tests {
		a, b := Key(tt.stamp), Key(tt.cited)
		if a == "" || b == "" || (a == b) != tt.same {
			t.Errorf("Key(%q) = %q, Key(%q) = %q, want same = %v", tt.stamp, a, tt.cited, b, tt.same)
		}
	}
	if got := Key("none"); got != "" {
		t.Errorf("Key(none) = %q", got)
	}
}

func TestIsFiling(t *testing.T) {
	tests := []struct {
		name string
		text sources.Text
		want bool
	}{
		{"stamped", sources.Text{Body: "words", Pages: []sources.Page{{Number: 1, Stamps: []sources.Stamp{{Case: "24-720"}}}}}, true},
		{"caption", sources.Text{Body: "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\nIDA BERG,\nPlaintiff,\nv.\nLUMEN LABS,\nDefendant.\nCase No. 3:26-cv-00117"}, true},
		{"stamped without pages", sources.Text{Body: "Case 2:26-cv-00417-JMR   Document 1   Filed 02/18/26   Page 1 of 3\nCOMPLAINT\n1. Plaintiff sells fish.\n"}, true},
		{"news that shows a stamp", sources.Text{Body: "The paper, which reads\nCase 2:26-cv-00417-JMR   Document 1   Filed 02/18/26   Page 1 of 3\nis short.\n"}, false},
		{"news", sources.Text{Body: "The founder sued in United States District Court, said Case v. Lumen watchers."}, false},
		{"empty", sources.Text{}, false},
	}
	for _, tt := range tests {
		if got := IsFiling(&tt.text); got != tt.want {
			t.Errorf("%s: IsFiling = %v", tt.name, got)
		}
	}
}

func FuzzDockets(f *testing.F) {
	for _, s := range []string{"No. 4:24-cv-04722-YGR", "24 Civ. 4722 (JGK)", "22-10964-mg", "Case No. 24-720", "Index No. 952002/2022", "№ 24-cv-0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, d := range Dockets(text) {
			if d.Start < end || d.End <= d.Start || d.End > len(text) || text[d.Start:d.End] != d.Text || d.Key == "" {
				t.Fatalf("%+v in %q", d, text)
			}
			end = d.End
		}
	})
}
