// Package archive keeps a day of samples for each turbine and decodes them on demand.
package archive

import (
	"errors"
	"math/rand"
	"sync"
	"time"
)

type Sample struct {
	At time.Time
	KW float64
}

type segment struct {
	from time.Time
	kw   []float64
}

type Store struct {
	mu       sync.Mutex
	segments map[string][]segment
	preload  chan string
}

// Open starts the decoders that load segments ahead of use.
func Open(decoders int) *Store {
	s := &Store{segments: map[string][]segment{}, preload: make(chan string, 64)}
	for i := 0; i < decoders; i++ {
		go s.decodeAhead()
	}
	return s
}

func (s *Store) decodeAhead() {
	for turbine := range s.preload {
		s.load(turbine)
	}
}

func (s *Store) load(turbine string) []segment {
	s.mu.Lock()
	defer s.mu.Unlock()
	if have := s.segments[turbine]; have != nil {
		return have
	}
	var made []segment
	start := time.Now().Add(-24 * time.Hour)
	for h := 0; h < 24; h++ {
		seg := segment{from: start.Add(time.Duration(h) * time.Hour)}
		for m := 0; m < 60; m++ {
			seg.kw = append(seg.kw, rand.Float64()*3000)
		}
		made = append(made, seg)
	}
	s.segments[turbine] = made
	return made
}

func (s *Store) Loaded() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.segments)
}

// Cursor yields the samples in order.
type Cursor struct {
	rows chan Sample
}

var ErrNoTurbine = errors.New("no turbine given")

func (s *Store) Since(turbine string, t time.Time) (*Cursor, error) {
	if turbine == "" {
		return nil, ErrNoTurbine
	}
	c := &Cursor{rows: make(chan Sample)}
	go c.pump(s.load(turbine), t)
	select {
	case s.preload <- turbine + "-next":
	default:
	}
	return c, nil
}

func (c *Cursor) pump(segments []segment, t time.Time) {
	defer close(c.rows)
	for _, seg := range segments {
		for m, kw := range seg.kw {
			at := seg.from.Add(time.Duration(m) * time.Minute)
			if at.Before(t) {
				continue
			}
			c.rows <- Sample{at, kw}
		}
	}
}

func (c *Cursor) Next() (Sample, bool) {
	sample, ok := <-c.rows
	return sample, ok
}
