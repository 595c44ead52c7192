package text

import (
	"strings"

	"stet/sources"
)

// cutFrontMatter reads the block of `key: value` lines between two lines of
// `---` with which a draft may begin, as site generators and Pandoc write it,
// or of `key = "value"` between two of `+++`. It returns the offset behind the
// block, or 0 where there is none. Of the keys it knows title, author and date.
func cutFrontMatter(file string, t *sources.Text) int {
	fence, rest, ok := strings.Cut(file, "\n")
	fence = strings.TrimRight(fence, " \t\r")
	if !ok || fence != "---" && fence != "+++" {
		return 0
	}
	var fields []string
	at := len(file) - len(rest)
	for line := range strings.Lines(rest) {
		at += len(line)
		bare := strings.TrimRight(line, " \t\r\n")
		if bare == fence || fence == "---" && bare == "..." {
			return useFrontMatter(fields, at, t)
		}
		fields = append(fields, bare)
	}
	return 0
}

// useFrontMatter takes what it knows from the lines, and returns end. A block
// whose first line is no field is no front matter but text between two rules.
func useFrontMatter(fields []string, end int, t *sources.Text) int {
	if len(fields) == 0 || frontKey(fields[0]) == "" && !strings.HasPrefix(fields[0], "#") {
		return 0
	}
	for i, line := range fields {
		value := frontValue(line, fields[i+1:])
		switch frontKey(line) {
		case "title", "headline":
			t.Title = value
		case "author", "authors", "byline":
			t.Byline = strings.TrimPrefix(strings.TrimPrefix(value, "By "), "by ")
		case "date", "published":
			t.Published = value
		case "lang", "language":
			t.Language = value
		}
	}
	return end
}

func frontKey(line string) string {
	i := strings.IndexAny(line, ":=")
	if i <= 0 {
		return ""
	}
	key := strings.TrimRight(line[:i], " \t")
	if strings.ContainsAny(key, " \t") || key == "" || key[0] == '-' {
		return ""
	}
	return strings.ToLower(key)
}

// frontValue returns the value of a field: what stands behind its separator,
// or else the list on the lines that follow.
func frontValue(line string, after []string) string {
	i := strings.IndexAny(line, ":=")
	if i < 0 {
		return ""
	}
	value := strings.TrimSpace(line[i+1:])
	if list, ok := strings.CutPrefix(value, "["); ok {
		return joinValues(strings.Split(strings.TrimSuffix(list, "]"), ","))
	}
	if value != "" {
		return unquote(value)
	}
	var values []string
	for _, next := range after {
		value, ok := strings.CutPrefix(strings.TrimSpace(next), "- ")
		if !ok {
			break
		}
		values = append(values, value)
	}
	return joinValues(values)
}

func joinValues(values []string) string {
	bare := make([]string, len(values))
	for i, v := range values {
		bare[i] = unquote(strings.TrimSpace(v))
	}
	return strings.Join(bare, ", ")
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}
