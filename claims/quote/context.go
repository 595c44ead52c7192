package quote

// contextFit returns a measure of how well the words around a place fit the
// query's prefix and suffix, from 0 to 2. It is reckoned once a place.
func (f *Folded) contextFit(q Query) func(Occurrence) float64 {
	prefix, suffix := Fold(q.Prefix).folded, Fold(q.Suffix).folded
	if len(prefix)+len(suffix) == 0 {
		return func(Occurrence) float64 { return 0 }
	}
	known := map[int]float64{}
	return func(o Occurrence) float64 {
		fit, ok := known[o.from]
		if !ok {
			fit = f.fitBefore(o.from, prefix) + f.fitAfter(o.to, suffix)
			known[o.from] = fit
		}
		return fit
	}
}

func (f *Folded) fitBefore(at int, prefix []byte) float64 {
	for at > 0 && f.folded[at-1] == ' ' {
		at--
	}
	return likeness(prefix, f.folded[max(0, at-len(prefix)):at])
}

func (f *Folded) fitAfter(at int, suffix []byte) float64 {
	for at < len(f.folded) && f.folded[at] == ' ' {
		at++
	}
	return likeness(suffix, f.folded[at:min(len(f.folded), at+len(suffix))])
}

// likeness is 1 for equal bytes and 0 for bytes that share nothing, by edit
// distance; nothing expected fits nothing, neither well nor badly.
func likeness(want, got []byte) float64 {
	if len(want) == 0 {
		return 0
	}
	return max(0, 1-float64(editDistance(want, got))/float64(len(want)))
}

// editDistance is Levenshtein's, by the plain recurrence: contexts are short.
func editDistance(a, b []byte) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
