package facts

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestOffices reads posts before and behind names.
func TestOffices(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Chief Financial Officer Jane Roe signed.", "Jane Roe: chief financial officer"},
		{"Jane Roe, Halden's chief operating officer, signed.", "Jane Roe: chief operating officer"},
		{"Jane Roe, chairwoman and chief executive of Halden, signed.", "Jane Roe: chair; Jane Roe: chief executive officer"},
		{"The yard's finance chief, Jane Roe, signed.", "Jane Roe: chief financial officer"},
		{"Sen. Anna Roe and Rep. Kit Moss voted.", "Anna Roe: senator; Kit Moss: representative"},
		{"Anna Roe is the governor.", "Anna Roe: governor"},
		{"Lt. Col. Kit Moss led it.", "Kit Moss: lieutenant colonel"},
		{"Jane Roe, who succeeded chief executive Kit Moss, signed.", "Kit Moss: chief executive officer"},
		{"Jane Roe, wife of the mayor, signed.", ""},
		{"They met the mayor. Jane Roe signed.", ""},
		{"Général Roe, Ms. Jane Roe", "Jane Roe: ms"},
	} {
		var all []string
		for _, o := range Offices(c.text, Names(c.text)) {
			all = append(all, o.Holder.Text+": "+o.Post)
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzOffices(f *testing.F) {
	for _, seed := range []string{"Chief Financial Officer Jane Roe, chairman and mayor (the CEO) of Halden", "Sen. É. Roe is the U.S. Attorney.", "Maj\u00a0. Gen. Jane Roe, and and president"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		for _, o := range Offices(text, Names(text)) {
			if o.Start < 0 || o.End <= o.Start || o.End > len(text) || text[o.Start:o.End] != o.Text {
				t.Fatalf("%+v in %q", o, text)
			}
			if !HasPost(text, o.Post) {
				t.Fatalf("%q has %s, and has it not", text, o.Post)
			}
		}
	})
}

// TestFirstNames tells first names that are one from those that are not.
func TestFirstNames(t *testing.T) {
	for _, c := range []struct {
		text, name    string
		covers, given bool
	}{
		{"Dana Scott signed.", "Dana Scott", true, true},
		{"Ms. Scott signed.", "Dana Scott", true, false},
		{"Peter Scott signed.", "Dana Scott", false, false},
		{"William J. Scott signed.", "Bill Scott", true, true},
		{"Donald J. Scott signed.", "Donald Scott", true, true},
		{"Peter Scott and Dana Scott signed.", "Dana Scott", true, true},
		{"Scott, whom friends call Dana, signed.", "Dana Scott", true, true},
		{"The yard in Portugal closed.", "Portuguese", true, true},
		{"The president signed.", "White House", true, true},
	} {
		index := IndexNames(c.text)
		if got := index.Covers(c.name); got != c.covers {
			t.Errorf("%q covers %s: %t", c.text, c.name, got)
		}
		if got := index.HasGivenName(c.name); got != c.given && strings.HasSuffix(c.name, "Scott") {
			t.Errorf("%q gives the first name of %s: %t", c.text, c.name, got)
		}
	}
}
