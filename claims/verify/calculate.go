package verify

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

var (
	errFormula  = errors.New("it is no sum")
	errDivision = errors.New("it divides by zero")
	errNested   = errors.New("its brackets are too deep")
)

// calculate works out a sum of figures with + - * / and brackets, by the usual
// precedence; × and ÷ are signs too, and 5% is 0.05.
func calculate(text string) (float64, error) {
	c := calculation{strings.NewReplacer(" ", "", ",", "", "×", "*", "÷", "/", "−", "-").Replace(text), 0, 0}
	value, err := c.terms()
	switch {
	case err != nil:
		return 0, err
	case c.at < len(c.text):
		return 0, errFormula
	case math.IsInf(value, 0) || math.IsNaN(value):
		return 0, errDivision
	}
	return value, nil
}

type calculation struct {
	text  string
	at    int
	depth int
}

// sign reads one of some signs.
func (c *calculation) sign(signs string) byte {
	if c.at < len(c.text) && strings.IndexByte(signs, c.text[c.at]) >= 0 {
		c.at++
		return c.text[c.at-1]
	}
	return 0
}

func (c *calculation) terms() (float64, error) {
	value, err := c.factors()
	for err == nil {
		var next float64
		switch c.sign("+-") {
		case '+':
			next, err = c.factors()
			value += next
		case '-':
			next, err = c.factors()
			value -= next
		default:
			return value, nil
		}
	}
	return 0, err
}

func (c *calculation) factors() (float64, error) {
	value, err := c.figure()
	for err == nil {
		var next float64
		switch c.sign("*/") {
		case '*':
			next, err = c.figure()
			value *= next
		case '/':
			next, err = c.figure()
			if err == nil && next == 0 {
				err = errDivision
			}
			value /= next
		default:
			return value, nil
		}
	}
	return 0, err
}

// deepest is how many brackets may stand within each other.
const deepest = 50

func (c *calculation) figure() (float64, error) {
	times := 1.
	for c.sign("-") != 0 {
		times = -times
	}
	if c.sign("(") != 0 {
		value, err := c.bracket()
		return times * value, err
	}
	start := c.at
	for c.sign("0123456789.") != 0 {
	}
	value, err := strconv.ParseFloat(c.text[start:c.at], 64)
	if err != nil {
		return 0, errFormula
	}
	if c.sign("%") != 0 {
		value /= 100
	}
	return times * value, nil
}

// bracket reads on behind an opening bracket.
func (c *calculation) bracket() (float64, error) {
	if c.depth++; c.depth > deepest {
		return 0, errNested
	}
	value, err := c.terms()
	if err == nil && c.sign(")") == 0 {
		err = errFormula
	}
	c.depth--
	return value, err
}
