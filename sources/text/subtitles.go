package text

import (
	"context"
	"errors"
	"strings"

	"stet/sources"
)

const (
	srtType = "application/x-subrip"
	vttType = "text/vtt"
)

// readSubtitles reads SubRip (which has no specification) and WebVTT (W3C): what
// is said as running text, with a block for each speaker and each stretch
// without a pause, and when each run of it is said. The speaker of a voice tag
// stands before what they say, once; other tags are left out.
func readSubtitles(_ context.Context, _ *Library, b []byte, o Options) (*sources.Text, error) {
	file, err := decodeSource(b, o)
	if err != nil {
		return nil, err
	}
	p := &cueParser{isVTT: isVTT([]byte(file[:min(len(file), magicWindow)]))}
	for line := range strings.Lines(file) {
		p.line(strings.TrimRight(line, "\r\n"))
	}
	p.endCue(true)
	if len(p.cues) == 0 {
		return nil, errors.New("the subtitles are damaged: no line says when anything is said, as 00:00:01,000 --> 00:00:02,000 does")
	}
	w := &cueWriter{body: newBody(), isVTT: p.isVTT}
	if isRollUp(p.cues) {
		p.cues = unrolled(p.cues)
	}
	for _, c := range p.cues {
		w.write(c)
	}
	w.endBlock()
	t := w.finish("")
	t.Language = p.language
	return t, nil
}

// cue is one subtitle as the file has it.
type cue struct {
	from, to int // milliseconds
	lines    []string
}

// pause is how long nobody speaks between two blocks, in milliseconds.
const pause = 3000

// cueWriter writes what is said.
type cueWriter struct {
	*body
	isVTT   bool
	speaker string // of the open block
	start   int    // of the open block
	until   int    // milliseconds: when what is written was said
}

func (w *cueWriter) write(c cue) {
	if c.from-w.until > pause {
		w.endBlock()
	}
	w.until = c.to
	before := w.len()
	speaker := ""
	for _, line := range c.lines {
		for _, v := range voices(line, speaker, w.isVTT) {
			speaker = v.speaker
			w.say(v)
		}
	}
	if start, end := trimSpan(w.words.String(), before, w.len()); start < end {
		w.text.Cues = append(w.text.Cues, sources.Cue{Start: start, End: end, From: c.from, To: c.to})
	}
}

// say writes what one speaker says in one line.
func (w *cueWriter) say(v voice) {
	words, isNew := cutTurn(v.words)
	if words == "" {
		return
	}
	isOther := v.speaker != w.speaker
	if isNew || isOther {
		w.endBlock()
	}
	if isOther {
		w.speaker = v.speaker
		if v.speaker != "" {
			words = v.speaker + ": " + words
		}
	}
	w.separate(" ")
	w.add(words, nowhere)
}

func (w *cueWriter) endBlock() {
	w.block(sources.Paragraph, 0, w.start)
	w.separate("\n\n")
	w.start = w.len()
}
