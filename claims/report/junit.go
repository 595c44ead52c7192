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

// writeJUnit prints a test suite an article and a test a claim that something
// was found on, with those of the article as a whole in one. Errors are failures;
// warnings and notes are printed by the test that has them.
func writeJUnit(w io.Writer, reports []Report) error {
	all := junitSuites{Name: "stet"}
	for _, r := range reports {
		s := newSuite(r)
		all.Tests, all.Failures = all.Tests+s.Tests, all.Failures+s.Failures
		all.Suites = append(all.Suites, s)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func newSuite(r Report) junitSuite {
	s := junitSuite{Name: plainXML(r.Article)}
	at := map[string]int{}
	for _, l := range r.Lines {
		name := l.Claim
		if name == "" {
			name = l.Article
		}
		i, ok := at[name]
		if !ok {
			i = len(s.Cases)
			at[name] = i
			s.Cases = append(s.Cases, junitCase{Name: plainXML(name), Class: plainXML(l.Article), File: plainXML(l.File), Line: l.Line})
		}
		s.Cases[i].add(l)
	}
	if len(s.Cases) == 0 {
		s.Cases = []junitCase{{Name: plainXML(r.Article), Class: plainXML(r.Article), File: plainXML(r.File)}}
	}
	s.Tests = len(s.Cases)
	for _, c := range s.Cases {
		if c.Failure != nil {
			s.Failures++
		}
	}
	return s
}

func (c *junitCase) add(l Line) {
	text := fmt.Sprintf("%s %s %s %s\n", place(l), l.Severity, l.Check, oneLine(l.Message))
	if l.Severity == claims.Error {
		if c.Failure == nil { // consumers read one a test
			c.Failure = &junitFailure{Message: plainXML(l.Message), Type: l.Check}
		}
		c.Failure.Text += plainXML(text)
		return
	}
	c.Out += plainXML(text)
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
