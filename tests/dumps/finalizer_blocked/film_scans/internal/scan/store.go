package scan

import (
	"runtime"
	"sync"
)

// Store keeps count of the frames that are mapped.
type Store struct {
	mapped map[string]int
	mu     sync.Mutex
	freed  chan string
}

type Frame struct {
	reel string
	data []byte
}

func NewStore() *Store {
	return &Store{mapped: map[string]int{}, freed: make(chan string)}
}

// Map opens a frame; it is given back when nobody holds it any more.
func (s *Store) Map(reel string) *Frame {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case gone := <-s.freed:
		s.mapped[gone]--
	default:
	}
	s.mapped[reel]++
	f := &Frame{reel: reel, data: make([]byte, 1<<16)}
	runtime.AddCleanup(f, s.unmap, reel)
	return f
}

func (s *Store) unmap(reel string) { s.freed <- reel }

func (f *Frame) Header() []byte { return f.data[:16] }
