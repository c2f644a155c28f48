// Package archive appends claim events to write-once segments.
package archive

import (
	"context"
	"encoding/json"
	"errors"
	"io"
)

// Event is one change of a claim.
type Event struct {
	Claim  string `json:"claim"`
	Kind   string `json:"kind"`
	Amount int64  `json:"amount"`
}

// ErrSealed is returned by a segment that takes no more.
var ErrSealed = errors.New("segment sealed")

// Segment is the current file.
type Segment struct {
	left int64
	enc  *json.Encoder
}

// Open makes a segment of the given size.
func Open(w io.Writer, size int64) *Segment { return &Segment{left: size, enc: json.NewEncoder(w)} }

// WriteBatch appends events.
func (s *Segment) WriteBatch(_ context.Context, events []Event) error {
	for i := range events {
		if s.left--; s.left < 0 {
			return ErrSealed
		}
		if err := s.enc.Encode(&events[i]); err != nil {
			return err
		}
	}
	return nil
}
