package mux

// Stream is one reader of a stream.
type Stream struct {
	mux    *Mux
	number uint16
	frames chan []byte
}

func (s *Stream) Next() []byte { return <-s.frames }

// Close takes the stream out of its mux.
func (s *Stream) Close() {
	s.mux.mu.Lock()
	defer s.mux.mu.Unlock()
	delete(s.mux.streams[s.number], s)
}
