package sources

import "testing"

func TestPositionCountsRunes(t *testing.T) {
	text := &Text{Body: "“Ja”, sagte er.\nNein.", Segments: []Segment{{Start: 0, Line: 3, Column: 2}, {Start: 20, Line: 7, Column: 1}}}
	for offset, want := range map[int]Position{
		0: {3, 2}, 3: {3, 3}, 5: {3, 5}, 20: {7, 1}, 22: {7, 3}, len(text.Body): {7, 6}, len(text.Body) + 1: {},
	} {
		if got := text.Position(offset); got != want {
			t.Errorf("Position(%d) = %v, want %v", offset, got, want)
		}
	}
	if got := (&Text{Body: "x"}).Position(0); got != (Position{}) {
		t.Errorf("a text without segments has position %v", got)
	}
}

func TestPageAt(t *testing.T) {
	text := &Text{Body: "onetwothree", Pages: []Page{{Number: 1, Start: 0, End: 3}, {Number: 2, Start: 3, End: 6}, {Number: 3, Start: 8, End: 11}}}
	for offset, want := range map[int]int{0: 1, 2: 1, 3: 2, 5: 2, 6: 0, 7: 0, 8: 3, 10: 3, 11: 0} {
		page, ok := text.PageAt(offset)
		if page.Number != want || ok != (want > 0) {
			t.Errorf("PageAt(%d) = %d, %v, want %d", offset, page.Number, ok, want)
		}
	}
}

func TestUnread(t *testing.T) {
	for _, c := range []struct {
		text   Text
		unread bool
	}{
		{Text{}, true},
		{Text{Body: " \n\u00a0"}, true},
		{Text{Body: "word"}, false},
		{Text{Body: "Case 1:24-cv-1", Pages: []Page{{Number: 1, End: 14, NeedsOCR: true}}}, true},
		{Text{Body: "Case 1:24-cv-1 word", Pages: []Page{{Number: 1, End: 14, NeedsOCR: true}, {Number: 2, Start: 14, End: 19}}}, false},
	} {
		if got := c.text.IsUnread(); got != c.unread || (c.text.WhyUnread() != "") != c.unread {
			t.Errorf("%+v: unread %v, %q", c.text, got, c.text.WhyUnread())
		}
	}
}

func TestNameAndKind(t *testing.T) {
	for want, s := range map[string]Source{
		"memo":                   {Alias: "memo", Address: "x/y.pdf"},
		"y.pdf":                  {Address: "x/y.pdf"},
		"example.com":            {Address: "https://www.example.com/"},
		"example.com/…/deal.pdf": {Address: "https://www.example.com/a/deal.pdf?x=1"},
		"tel., Dana Scott":       {Held: "tel., Dana Scott"},
		"S-0007":                 {Number: 7},
	} {
		if got := s.Name(); got != want {
			t.Errorf("%+v is called %q, want %q", s, got, want)
		}
	}
	for _, name := range []string{"court filing", "Court-Filing", " court_filing "} {
		if k, err := ParseKind(name); k != CourtFiling || err != nil {
			t.Errorf("ParseKind(%q) = %q, %v", name, k, err)
		}
	}
	if _, err := ParseKind("rumour"); err == nil {
		t.Error("rumour is a kind of source")
	}
	if d, err := ParseDigest(string(DigestOf([]byte("x")))); err != nil || d != DigestOf([]byte("x")) || len(d.Short()) != 12 {
		t.Errorf("digest %q, %v", d, err)
	}
	for _, bad := range []string{"", "abc", "zz"} {
		if _, err := ParseDigest(bad); err == nil {
			t.Errorf("%q is a digest", bad)
		}
	}
}
