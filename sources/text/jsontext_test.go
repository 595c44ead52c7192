package text

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJSON(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"an object", `{"text": "We kept our stake\nof 33 %", "n": 2500000000, "rate": 1.50e3, "kept": true, "gone": null, "": "x"}`,
			[]string{"table cell: text: We kept our stake\nof 33 %", "table cell: n: 2500000000", "table cell: rate: 1.50e3", "table cell: kept: true", "table cell: x"}},
		{"objects in a list", `[{"year": 2025}, {"year": 2026, "of": {"stake": "33 %"}}, "a", ["b", 1]]`,
			[]string{"table cell: year: 2025", "table cell: year: 2026", "heading: of", "table cell: stake: 33 %", "table cell: a", "table cell: b", "table cell: 1"}},
		{"one a line", "{\"a\": 1}\n{\"a\": \"caf\\u00e9 \\ud83d\\ude00 \\ud800\"}\n", []string{"table cell: a: 1", "table cell: a: café 😀 \ufffd"}},
		{"a value alone", "\ufeff\"words\"", []string{"table cell: words"}},
		{"names that repeat", `{"a": {"a": {"a": [[], {}, " "]}}, "b": 1}`, []string{"heading: a", "heading: a", "heading: a", "table cell: b: 1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustRead(t, []byte(tt.file), Options{Name: "a.json"})
			checkText(t, got)
			if diff := cmp.Diff(tt.want, shown(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestJSONErrors(t *testing.T) {
	for file, want := range map[string]string{
		`{"a": 1,}`: "byte 8", `{"a": [1`: "damaged", `words`: "damaged at byte", `{"a" 1}`: "damaged",
	} {
		_, err := library(t).Read(context.Background(), []byte(file), Options{Name: "a.json"})
		if err == nil || !strings.Contains(err.Error(), "the JSON is damaged") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", file, err, want)
		}
	}
}

func TestJSONIsRecognised(t *testing.T) {
	for _, tt := range []struct{ name, declared, b string }{
		{"a", "application/vnd.api+json; charset=utf-8", `{"a": 1}`},
		{"https://x.org/a.json", "application/octet-stream", `{"a": 1}`},
		{"a", "", `{"a": [1, 2]}`},
	} {
		if got := mustRead(t, []byte(tt.b), Options{Name: tt.name, MediaType: tt.declared}); got.MediaType != jsonType {
			t.Errorf("%+v is %s", tt, got.MediaType)
		}
	}
}

func FuzzJSON(f *testing.F) {
	seed(f, nil, `{"a": [1, "b", {"c": null}], "d": "\ud800"}`, `[[[[]]]]{}"x" 1`, `{"a": "`, "\"\\u0000\"")
	f.Fuzz(func(t *testing.T, b []byte) { fuzz(t, b, jsonType) })
}
