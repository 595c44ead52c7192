package facts

import "strings"

// Support says whether a figure that a source gives carries the copy's.
type Support int

// The ways in which it does, from none to the best.
const (
	Unsupported Support = iota
	Rounded             // the copy rounds it, or says "about" of what is near
	Exact               // it is the same
)

// about is how far off a figure may be of which the copy says "about": a checker
// lets "nearly 40" stand on 38, and asks about 35. "More than half a million" is
// said of 570,000 too.
const (
	about    = 0.1
	moreThan = 0.2
)

// most is how many times its least a word for many can mean: billions are no
// longer that from a trillion on.
const most = 1000

// Supports compares a figure that a source gives with the copy's. Units of
// measure are converted, a share of a whole is the same as its percentage, and a
// bare number may stand for one with a unit that the words around it name. Of
// what names no figure, "billions", a figure of that size is exact support, and
// "billions" supports no figure exactly.
func Supports(given, figure Fact) Support {
	if figure.Kind == Ordinal && (given.Kind == Ordinal || given.IsFigure()) && given.Value == figure.Value {
		return Exact
	}
	as, ok := given.in(figure)
	if back, okBack := figure.in(given); ok && okBack && as.Value != given.Value && Rounds(back, given) {
		return Exact // 10 miles are 16.1 km, two thirds 66.7 percent
	}
	given = as
	switch {
	case !ok:
		return Unsupported
	case figure.IsVague():
		return supportsVague(given, figure)
	case given.IsVague():
		return Unsupported
	case near(given.Value, figure.Value, 1e-9):
		return Exact
	case given.Value == 0:
		return Unsupported
	case figure.Approximate && isAbout(given.Value, figure):
		return Rounded
	case (!figure.Approximate || figure.bound == either) && Rounds(given, figure):
		return Rounded
	}
	return Unsupported
}

// isAbout reports whether a value is near a hedged figure, on the side that the
// hedge says: 198 is not "more than 200".
func isAbout(value float64, figure Fact) bool {
	switch figure.bound {
	case above:
		return value >= figure.Value && near(value, figure.Value, moreThan)
	case below:
		return value <= figure.Value && near(value, figure.Value, about)
	}
	return near(value, figure.Value, about)
}

func supportsVague(given, figure Fact) Support {
	size := given.Value
	if given.IsVague() {
		size = given.Least
	}
	if size >= figure.Least && size < figure.Least*most {
		return Exact
	}
	return Unsupported
}

// Falls reports whether a figure is too small or too large for what the copy
// says in words that name none: a billion is not "multibillion".
func Falls(given, figure Fact) bool {
	given, ok := given.in(figure)
	return ok && figure.IsVague() && figure.Least > 0 && !given.IsVague() && given.Value > 0 &&
		supportsVague(given, figure) == Unsupported
}

// in returns the figure in the unit of another, where the two can be compared.
func (f Fact) in(other Fact) (Fact, bool) {
	switch {
	case !f.IsFigure() || !other.IsFigure():
		return f, false
	case f.Unit == other.Unit:
		return f, f.Kind == other.Kind || f.Unit != "" || !isTimes(f) && !isTimes(other)
	case isPlain(f) && !isShareOfParts(other) || isPlain(other) && !isShareOfParts(f):
		f.Unit = other.Unit
		return f, true
	case isPlain(f) && other.Unit == "%" && f.Value > 0 && f.Value < 1: // two thirds, 66.7 %
		f.Value, f.Unit = f.Value*100, "%"
		return f, true
	case isPlain(other) && f.Unit == "%" && other.Value > 0 && other.Value < 1:
		f.Value, f.Unit = f.Value/100, ""
		return f, true
	}
	if pounds[f.Unit] && pounds[other.Unit] {
		f.Unit = other.Unit
		return f, true
	}
	if coin, ok := coins[f.Unit]; ok && coin == other.Unit {
		f.Value, f.Unit = f.Value/100, other.Unit
		return f, true
	}
	if coin, ok := coins[other.Unit]; ok && coin == f.Unit {
		f.Value, f.Unit = f.Value*100, other.Unit
		return f, true
	}
	factor, ok := Comparable(other, f)
	if !ok {
		return f, false
	}
	f.Value, f.Unit = f.Value*factor, other.Unit
	return f, true
}

// pounds are what "2 million pounds" may be of: nobody but the reader can tell.
var pounds = map[string]bool{"GBP": true, "pound": true}

// coins are the hundredths of currencies.
var coins = map[string]string{"cent": "USD", "penny": "GBP"}

func isTimes(f Fact) bool { return f.Kind == Multiple }
func isPlain(f Fact) bool { return f.Kind == Number && f.Unit == "" }

// isShareOfParts reports whether a figure is a percentage, which no bare number
// stands for.
func isShareOfParts(f Fact) bool { return f.Kind == Percent || f.Kind == Multiple }

// SameUnit reports whether two figures are of one kind, so that where one
// should stand the other contradicts it.
func SameUnit(a, b Fact) bool { return a.Kind == b.Kind && strings.EqualFold(a.Unit, b.Unit) }
