package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/sources"
)

// nowhere is the place of words that stand nowhere in the file.
const nowhere = -1

// body gathers a Text's Body in reading order and remembers where in the file
// each run of it stands.
type body struct {
	text     *sources.Text
	words    strings.Builder
	marks    []mark
	next     int    // the file offset that would continue the last run, or nowhere
	comments int    // so far
	gap      string // white space owed before the next words

	anchored   int // how much had been written when anchor was last asked for
	lastAnchor int // what it answered
}

// mark says that Body's bytes from body on stand in the file from file on.
type mark struct{ body, file int }

func newBody() *body {
	return &body{text: &sources.Text{}, next: nowhere}
}

// len returns where the next words begin, or the gap before them: spans that
// begin here are trimmed when they are recorded.
func (w *body) len() int { return w.words.Len() }

// copy writes s, which stands in the file at byte offset at, or nowhere.
func (w *body) copy(s string, at int) {
	for len(s) > 0 {
		line := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			line = s[:i+1]
		}
		w.run(line, at)
		s = s[len(line):]
		if at != nowhere {
			at += len(line)
			w.next = breakRun(line, at)
		}
	}
}

// breakRun returns the offset that would continue a run that ended before at:
// none where the run ended its line, since positions are carried by line.
func breakRun(line string, at int) int {
	if strings.HasSuffix(line, "\n") {
		return nowhere
	}
	return at
}

func (w *body) run(s string, at int) {
	w.flushGap()
	if at != nowhere && at != w.next {
		w.marks = append(w.marks, mark{w.words.Len(), at})
	}
	w.words.WriteString(s)
	w.next = nowhere
	if at != nowhere {
		w.next = at + len(s)
	}
}

// add writes s, which stands for something else in the file at offset at, such
// as an entity, so that no run goes on behind it.
func (w *body) add(s string, at int) {
	w.run(s, at)
	w.next = nowhere
}

// separate asks for gap before the next words, unless there are none before.
// The widest of the gaps asked for is written.
func (w *body) separate(gap string) {
	if w.words.Len() > 0 && len(gap) > len(w.gap) {
		w.gap = gap
	}
}

func (w *body) flushGap() {
	if w.gap == "" {
		return
	}
	w.words.WriteString(w.gap)
	w.gap, w.next = "", nowhere
}

// link records the words written since start as a link to address, unless there
// are none.
func (w *body) link(address string, start int) {
	start, end := trimSpan(w.words.String(), start, w.words.Len())
	if start < end && address != "" {
		words := w.words.String()[start:end]
		w.text.Links = append(w.text.Links, sources.Link{Address: address, Text: words, Start: start, End: end})
	}
}

// block records the words written since start as a block of the given kind,
// without the white space around them, and returns whether there were any.
func (w *body) block(kind sources.BlockKind, level, start int) bool {
	start, end := trimSpan(w.words.String(), start, w.words.Len())
	if start == end {
		return false
	}
	w.text.Blocks = append(w.text.Blocks, sources.Block{Kind: kind, Level: level, Start: start, End: end})
	return true
}

// anchor returns the place of a note that stands here: the end of the words
// before it, or where no words are, the start.
func (w *body) anchor() int {
	// Only what was written since the last note is looked at: a thousand notes
	// behind a thousand spaces would look at each space a thousand times.
	if end := trimmedEnd(w.words.String(), w.anchored, w.words.Len()); end > w.anchored {
		w.lastAnchor = end
	}
	w.anchored = w.words.Len()
	return w.lastAnchor
}

// addComment records a comment that stands here, in a format that doesn't number
// its comments. One with no words before it is anchored nowhere.
func (w *body) addComment(words string, line int) {
	at := w.anchor()
	if at == 0 {
		at = nowhere
	}
	w.comments++
	w.text.Notes = append(w.text.Notes, sources.Note{
		Kind: sources.Comment, Label: strconv.Itoa(w.comments), Text: words, Start: at, End: at, Line: line,
	})
}

// finish returns the Text. Where file is not "", Segments map Body to its lines.
func (w *body) finish(file string) *sources.Text {
	w.text.Body = w.words.String()
	if file != "" {
		w.text.Unit = sources.Lines
		w.text.Segments = segments(w.marks, file)
	}
	return w.text
}

func trimSpan(s string, start, end int) (int, int) {
	end = trimmedEnd(s, start, end)
	for start < end {
		r, size := utf8.DecodeRuneInString(s[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	return start, end
}

func trimmedEnd(s string, start, end int) int {
	return start + len(strings.TrimRightFunc(s[start:end], unicode.IsSpace))
}
