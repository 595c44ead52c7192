package storetest

import (
	"encoding/binary"
	"time"

	"github.com/google/uuid"
)

// ids gives identifiers that sort in the order in which they are given, as the
// program's do: UUIDv7s with a counter behind the time (RFC 9562, section 6.2,
// method 1).
type ids struct {
	w    *writer
	at   time.Time
	last uint32
}

func idsOf(w *writer, at time.Time) *ids { return &ids{w: w, at: at} }

func (s *ids) next() string {
	var u uuid.UUID
	binary.BigEndian.PutUint64(u[0:], uint64(s.at.UnixMilli())<<16)
	binary.BigEndian.PutUint64(u[8:], s.w.r.Uint64())
	s.last++ // 12 bits of it before the variant, 12 behind
	u[6], u[7] = 0x70|byte(s.last>>20)&0x0f, byte(s.last>>12)
	u[8], u[9] = 0x80|byte(s.last>>6)&0x3f, byte(s.last<<2)|u[9]&3
	return u.String()
}
