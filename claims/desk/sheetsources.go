package desk

import (
	"fmt"
	"maps"
	"slices"

	"stet/claims"
	"stet/claims/sheet"
	"stet/sources"
)

// sourceBook is every source of the ledger and of a sheet, by all that names
// one.
type sourceBook struct {
	newID     func() string
	within    string // of files that the sheet names
	all       []booked
	byAddress map[string]int
	byHeld    map[string]int
	byAlias   map[string]int
	byNumber  map[int]int
	codes     map[int]int // by the number in the sheet, which need not be the ledger's
	last      int
	unwritten map[int]bool // those that the ledger has not as they are
	made      int
}

// booked is a source in the book.
type booked struct {
	sources.Source
	at    int // its place in the book; -1 where it is not in it
	code  int // its number in the sheet; 0 where that gives none
	fresh bool
}

func newSourceBook(known []claims.Evidence, newID func() string, outside bool) *sourceBook {
	b := &sourceBook{
		newID: newID, within: ".", byAddress: map[string]int{}, byHeld: map[string]int{}, byAlias: map[string]int{},
		byNumber: map[int]int{}, codes: map[int]int{}, unwritten: map[int]bool{},
	}
	if outside {
		b.within = ""
	}
	for _, e := range known {
		b.add(booked{Source: e.Source})
	}
	return b
}

func (b *sourceBook) add(s booked) int {
	s.at = len(b.all)
	b.all = append(b.all, s)
	b.last = max(b.last, s.Number)
	b.byNumber[s.Number] = s.at
	if s.Address != "" {
		b.byAddress[s.Address] = s.at
	}
	if s.Held != "" {
		b.byHeld[heldAs(s.Held)] = s.at
	}
	if s.Alias != "" {
		b.byAlias[s.Alias] = s.at
	}
	if s.code > 0 {
		b.codes[s.code] = s.at
	}
	return s.at
}

// find returns the source that a row cites, one of the book or a new one, and
// what is wrong with it.
func (b *sourceBook) find(row *sheet.Row) (s booked, problem string) {
	at, ok := b.lookUp(row)
	if !ok && row.Source.Address == "" && row.Source.Held == "" {
		return s, fmt.Sprintf("%s is not in the ledger, and the row doesn't say what it is", sources.Source{Number: row.Code}.Code())
	}
	if other, said := b.codes[row.Code]; said && (!ok || other != at) {
		return s, fmt.Sprintf("%s is another source in an earlier row: %s", sources.Source{Number: row.Code}.Code(), b.all[other].Name())
	}
	if other, taken := b.byAlias[row.Source.Alias]; taken && (!ok || other != at) && row.Source.Alias != "" {
		return s, fmt.Sprintf("the short name %q is that of %s", row.Source.Alias, b.all[other].Code())
	}
	if !ok {
		return booked{Source: row.Source, at: -1, code: row.Code, fresh: true}, ""
	}
	s = b.all[at]
	if s.code == 0 {
		s.code = row.Code
	}
	if !s.fresh {
		return s, "" // it stays as the ledger has it
	}
	return s, s.complete(row.Source)
}

// complete fills in what the book doesn't know of a source yet, and returns
// what a row says otherwise.
func (s *booked) complete(said sources.Source) (problem string) {
	for _, c := range []struct {
		what string
		said string
		have *string
	}{
		{"kind", string(said.Kind), (*string)(&s.Kind)},
		{"title", said.Title, &s.Title},
		{"publisher", said.Publisher, &s.Publisher},
		{"source_name", said.Alias, &s.Alias},
	} {
		switch {
		case c.said == "" || c.said == *c.have:
		case *c.have == "":
			*c.have = c.said
		default:
			return fmt.Sprintf("%s has the %s %q in an earlier row", s.Name(), c.what, *c.have)
		}
	}
	s.KindSet = s.Kind != ""
	return ""
}

// lookUp returns the place in the book of the source that a row names: by its
// address, or else by its number if it is called so, by what it is, or by its
// short name; by its number alone where the row says nothing else.
func (b *sourceBook) lookUp(row *sheet.Row) (at int, ok bool) {
	s := row.Source
	switch {
	case s.Address != "":
		at, ok = b.byAddress[s.Address]
		return at, ok
	case s.Held == "":
		if at, ok = b.codes[row.Code]; !ok {
			at, ok = b.byNumber[row.Code]
		}
		return at, ok
	}
	if at, ok = b.byNumber[row.Code]; ok && b.all[at].IsHeld() && b.all[at].Name() == s.Held {
		return at, true
	}
	if at, ok = b.byHeld[heldAs(s.Held)]; ok && !b.all[at].isOther(row.Code) {
		return at, true
	}
	if at, ok = b.byAlias[s.Held]; ok && !b.all[at].isOther(row.Code) {
		return at, true
	}
	return 0, false
}

// isOther reports whether the sheet tells the source from the one that has this
// number in it.
func (s *booked) isOther(code int) bool { return s.fresh && s.code > 0 && code > 0 && s.code != code }

// take puts a source that find returned into the book as it is now, and
// returns its ID.
func (b *sourceBook) take(s booked) string {
	if s.at >= 0 {
		if s.fresh && s != b.all[s.at] {
			b.all[s.at] = s
			b.unwritten[s.at] = true
		}
		if s.code > 0 {
			b.codes[s.code] = s.at
		}
		return s.ID
	}
	s.ID, s.Number = b.newID(), s.code
	if _, taken := b.byNumber[s.code]; taken || s.code == 0 {
		s.Number = b.last + 1
	}
	if s.Address != "" && !s.IsURL() {
		s.Within = b.within
	}
	b.unwritten[b.add(s)] = true
	b.made++
	return s.ID
}

// settled returns the sources that the ledger has not as they are, in the order
// of the sheet.
func (b *sourceBook) settled() []sources.Source {
	if len(b.unwritten) == 0 {
		return nil
	}
	var all []sources.Source
	for _, at := range slices.Sorted(maps.Keys(b.unwritten)) {
		all = append(all, b.all[at].Source)
	}
	clear(b.unwritten)
	return all
}
