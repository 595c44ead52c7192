// Package facts finds what a checker underlines in a text: figures, names and
// quotations. It reads words, not meaning, and prefers missing a fact to
// making one up: a check that rests on it must not cry wolf.
package facts

import "stet/claims"

// Kind says what a fact is.
type Kind string

// The kinds of fact.
const (
	Number      Kind = "number"
	Money       Kind = "money"
	Percent     Kind = "percent"
	Dimension   Kind = "dimension"
	Temperature Kind = "temperature"
	Duration    Kind = "duration"
	Age         Kind = "age"
	Multiple    Kind = "multiple"
	Ordinal     Kind = "ordinal"
	Date        Kind = "date"
	Name        Kind = "name"
	Quoted      Kind = "quotation"
	Acronym     Kind = "acronym"
	Superlative Kind = "superlative"
	Absolute    Kind = "absolute"
	Comparison  Kind = "comparison"
	Cause       Kind = "cause"
)

// Fact is one fact of a text.
type Fact struct {
	Kind        Kind
	Text        string // as it stands: the bytes of the text at Span
	claims.Span        // in bytes
	// Value is the figure with its scale: 3.2 billion is 3.2e9. It is 0 where
	// the words name no figure, as "billions" or "dozens" do; such a fact is
	// Approximate, and Least is the least that it can mean.
	Value float64
	Least float64
	// Unit is of Money the ISO 4217 code, or the English name of a coin; of
	// Percent "%", "points" or "basis points"; of what is measured the English
	// name of the unit, in the singular; of an Ordinal that is counted from the
	// "end" or from the "current" one this, and Value the steps; else "".
	Unit        string
	Approximate bool // "about", "nearly", "more than"
	// From and To are the first and the last day of a Date, as YYYY-MM-DD. One
	// that is relative, or lacks its year, has them only where the text's own
	// day is known.
	From, To string
	// Ambiguous says that a Date may be read with day and month the other way
	// round; From and To have the month first, as Americans write.
	Ambiguous bool
	// Means is what an Acronym stands for, where the text spells it out.
	Means string
	// figure is where the digits or words of the number stand, without the unit.
	figure claims.Span
	bound  bound // of an Approximate figure
}

// IsFigure reports whether a fact is a number that a source can give too.
func (f Fact) IsFigure() bool {
	switch f.Kind {
	case Number, Money, Percent, Dimension, Temperature, Duration, Age, Multiple:
		return true
	}
	return false
}

// Bare returns the number of what is measured without its unit: the 14 of 14
// months. Other facts it returns as they are, for "$14" and "14%" are how the
// number is written.
func (f Fact) Bare() Fact {
	switch f.Kind {
	case Dimension, Temperature, Duration, Age:
		f.Kind, f.Unit = Number, ""
		f.Text = f.Text[f.figure.Start-f.Start : f.figure.End-f.Start]
		f.Span = f.figure
	}
	return f
}

// Moved returns the fact as found by bytes further on, or back.
func (f Fact) Moved(by int) Fact {
	for _, s := range []*claims.Span{&f.Span, &f.figure} {
		s.Start, s.End = s.Start+by, s.End+by
	}
	return f
}

// IsVague reports whether the fact names no figure to compare.
func (f Fact) IsVague() bool { return f.Approximate && f.Value == 0 }

// SameNumber reports whether two figures are the same: equal values, and units
// that don't speak against it. A bare number may stand for money that the
// words around it name. Rounding is not equality; see Rounds.
func SameNumber(a, b Fact) bool {
	if a.IsVague() || b.IsVague() || !near(a.Value, b.Value, 1e-9) {
		return false
	}
	return a.Unit == b.Unit || a.Kind == Number && b.Kind == Money || a.Kind == Money && b.Kind == Number
}

// Rounds reports whether figure is given rounded to the digits that figure
// shows, and is no more than a twentieth off it.
func Rounds(given, figure Fact) bool {
	const tolerable = 0.05 // "3 billion" for 2.6 billion is no rounding that a checker lets stand
	return given.Unit == figure.Unit && RoundsTo(given.Value, figure) && near(given.Value, figure.Value, tolerable)
}

// RoundsTo reports whether a value that was worked out is a figure's at the
// digits that the figure shows: 8.44 is 8 percent, or 8.4.
func RoundsTo(value float64, figure Fact) bool {
	mantissa, decimals, ok := shown(figure.Text)
	if !ok || mantissa == 0 || figure.Value == 0 {
		return false
	}
	step := figure.Value / mantissa
	for range decimals {
		step /= 10
	}
	return max(figure.Value-value, value-figure.Value) <= step/2*(1+1e-9)
}

// near reports whether two values differ by no more than a share of the
// larger.
func near(a, b, share float64) bool {
	size := max(a, -a, b, -b)
	return max(a-b, b-a) <= share*size
}
