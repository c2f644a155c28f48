// Package mux has many streams in one connection.
package mux

import (
	"encoding/binary"
	"io"
	"sync"
)

// Frame is a piece of one stream.
type Frame struct {
	Stream uint16
	Data   []byte
}

type Mux struct {
	conn io.Reader

	mu      sync.Mutex
	streams map[uint16]map[*Stream]bool
}

func New(conn io.Reader) *Mux {
	return &Mux{conn: conn, streams: make(map[uint16]map[*Stream]bool)}
}

// Run reads frames and hands them to the streams.
func (m *Mux) Run() error {
	var head [4]byte
	for {
		if _, err := io.ReadFull(m.conn, head[:]); err != nil {
			return err
		}
		data := make([]byte, binary.BigEndian.Uint16(head[2:]))
		if _, err := io.ReadFull(m.conn, data); err != nil {
			return err
		}
		m.deliver(Frame{binary.BigEndian.Uint16(head[:]), data})
	}
}

func (m *Mux) deliver(f Frame) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for s := range m.streams[f.Stream] {
		s.frames <- f.Data
	}
}

// Open gives the frames of a stream from now on.
func (m *Mux) Open(number uint16) *Stream {
	s := &Stream{mux: m, number: number, frames: make(chan []byte, 2)}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.streams[number] == nil {
		m.streams[number] = make(map[*Stream]bool)
	}
	m.streams[number][s] = true
	return s
}
