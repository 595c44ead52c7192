package text

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"stet/sources"
)

// maxFrame bounds each part of a message, in bytes, so that a process gone
// wrong at the other end can't make this one take all memory.
const maxFrame = 1 << 30

// request asks a reading child for the text of the document that follows it.
type request struct {
	Options Options
	Memory  int64 // bytes that the child should keep within
}

// reply is what a reading child says of a request: what it is busy with, any
// number of times, then once the text, whose Body follows it, or an error.
type reply struct {
	Starting bool          `json:",omitempty"` // it begins to start a part of itself, which is not the document's doing
	Started  bool          `json:",omitempty"` // that is done, and the document is read from now on
	Text     *sources.Text `json:",omitempty"`
	Error    string        `json:",omitempty"`
}

func (r *reply) isLast() bool { return !r.Starting && !r.Started }

// send writes a message: the lengths of both parts as big-endian uint32, head
// as JSON, then body as it is. What is long goes into body, which costs nothing
// to encode.
func send(w io.Writer, head any, body []byte) error {
	encoded, err := json.Marshal(head)
	if err != nil {
		return err
	}
	if max(len(encoded), len(body)) > maxFrame {
		return fmt.Errorf("a message of %d and %d bytes is longer than %d", len(encoded), len(body), maxFrame)
	}
	frame := binary.BigEndian.AppendUint32(nil, uint32(len(encoded)))
	frame = binary.BigEndian.AppendUint32(frame, uint32(len(body)))
	for _, part := range [][]byte{append(frame, encoded...), body} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// receive reads a message that send wrote into head and returns its body. It
// returns io.EOF alone where there is no further message.
func receive(r io.Reader, head any) ([]byte, error) {
	var lengths [8]byte
	if _, err := io.ReadFull(r, lengths[:]); err != nil {
		return nil, err
	}
	encoded, err := receivePart(r, binary.BigEndian.Uint32(lengths[:4]))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(encoded, head); err != nil {
		return nil, err
	}
	return receivePart(r, binary.BigEndian.Uint32(lengths[4:]))
}

func receivePart(r io.Reader, length uint32) ([]byte, error) {
	if length > maxFrame {
		return nil, fmt.Errorf("a message of %d bytes is longer than %d", length, maxFrame)
	}
	part := make([]byte, length)
	_, err := io.ReadFull(r, part)
	if errors.Is(err, io.EOF) && length > 0 {
		err = io.ErrUnexpectedEOF
	}
	return part, err
}
