package canonical

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJSON(t *testing.T) {
	type inner struct {
		Z string `json:"z"`
		A []int  `json:"a"`
	}
	for _, test := range []struct {
		name string
		v    any
		want string
	}{
		{"members sorted", struct {
			B int   `json:"b"`
			A inner `json:"a"`
		}{1, inner{"z", []int{3, 1}}}, `{"a":{"a":[3,1],"z":"z"},"b":1}`},
		{"prefix first", map[string]int{"page_end": 1, "page": 2, "pagea": 3}, `{"page":2,"page_end":1,"pagea":3}`},
		{"nothing", struct{}{}, `{}`},
		{"empty list", []string{}, `[]`},
		{"plain", []any{true, false, nil, -12, "x"}, `[true,false,null,-12,"x"]`},
		{"objects in a list", []inner{{"1", nil}, {"2", []int{}}}, `[{"a":null,"z":"1"},{"a":[],"z":"2"}]`},
		// The escapes of RFC 8785, section 3.2.2.2: no others.
		{"escapes", "\u20ac$\x0f\nA'B\"\\\\\"/", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""},
		{"control characters", "\b\t\n\f\r\x1f\x7f", `"\b\t\n\f\r\u001f` + "\x7f" + `"`},
		{"not for HTML", "<a href='x'>&\u2028\u2029", "\"<a href='x'>&\u2028\u2029\""},
		{"escaped backslash", `\u2028`, `"\\u2028"`},
		{"name with an escape", map[string]int{"\u2029": 1, "\t": 2}, "{\"\\t\":2,\"\u2029\":1}"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := JSON(test.v)
			if err != nil || string(got) != test.want {
				t.Errorf("got %s, %v; want %s", got, err, test.want)
			}
		})
	}
}

// FuzzJSON: canonical form means what the JSON meant, and is its own
// canonical form.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{`{"b":1,"a":[{"d":"\u2028","c":null}]}`, `"\\u2028\\"`, `[[],{},"",0]`, `{"a":{"b":{"c":{}}},"":[1]}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var v any
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		if d.Decode(&v) != nil {
			return
		}
		once, err := JSON(v)
		if err != nil {
			t.Fatal(err)
		}
		var back any
		d = json.NewDecoder(bytes.NewReader(once))
		d.UseNumber()
		if err := d.Decode(&back); err != nil || !cmp.Equal(v, back) {
			t.Fatalf("%s became %s: %v", b, once, err)
		}
		if twice, err := JSON(back); err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("%s became %s: %v", once, twice, err)
		}
	})
}
