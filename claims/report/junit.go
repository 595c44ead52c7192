package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"stet/claims"
)

// junitSuites is the form that JUnit's Ant task began and that CI servers read.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// junitPrinter prints a test suite an article, with a test for the article as a
// whole and one for each claim that it carries, and for each other that something
// was found on. What makes the run fail is a failure; the rest is printed by the
// test that it is about. The suites are kept until all are counted.
type junitPrinter struct {
	w      io.Writer
	failAt claims.Severity
	all    junitSuites
}

func newJUnit(w io.Writer, r Run) Printer {
	return &junitPrinter{w: w, failAt: r.FailAt, all: junitSuites{Name: "stet"}}
}

func (p *junitPrinter) Print(r Report) error {
	s := newSuite(r, p.failAt)
	p.all.Tests, p.all.Failures = p.all.Tests+s.Tests, p.all.Failures+s.Failures
	p.all.Suites = append(p.all.Suites, s)
	return nil
}

func (p *junitPrinter) Close() error {
	if _, err := io.WriteString(p.w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(p.w)
	e.Indent("", "  ")
	if err := e.Encode(p.all); err != nil {
		return err
	}
	_, err := io.WriteString(p.w, "\n")
	return err
}

func newSuite(r Report, failAt claims.Severity) junitSuite {
	s := junitSuite{Name: plainXML(r.Article)}
	at := map[string]int{}
	test := func(name string, line int) *junitCase {
		i, ok := at[name]
		if !ok {
			i = len(s.Cases)
			at[name] = i
			s.Cases = append(s.Cases, junitCase{Name: plainXML(name), Class: plainXML(r.Article), File: plainXML(r.File), Line: line})
		}
		return &s.Cases[i]
	}
	test(r.Article, 0)
	for _, c := range r.Claims {
		test(c.Name, c.Line)
	}
	for _, l := range r.Lines {
		name, line := l.Claim, l.Line
		if name == "" {
			name, line = r.Article, 0
		}
		test(name, line).add(l, failAt)
	}
	s.Tests = len(s.Cases)
	for _, c := range s.Cases {
		if c.Failure != nil {
			s.Failures++
		}
	}
	return s
}

func (c *junitCase) add(l Line, failAt claims.Severity) {
	text := fmt.Sprintf("%s %s %s %s\n", place(l), l.Severity, l.Check, oneLine(l.Message))
	if !l.Severity.AtLeast(failAt) {
		c.Out += plainXML(text)
		return
	}
	if c.Failure == nil { // consumers read one a test
		c.Failure = &junitFailure{Message: plainXML(l.Message), Type: l.Check}
	}
	c.Failure.Text += plainXML(text)
}

// plainXML puts U+FFFD in the place of what no XML 1.0 document may hold.
func plainXML(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r >= 0x20 && r <= 0xD7FF, r >= 0xE000 && r <= 0xFFFD, r >= 0x10000 && r <= utf8.MaxRune:
			return r
		}
		return utf8.RuneError
	}, s)
}
