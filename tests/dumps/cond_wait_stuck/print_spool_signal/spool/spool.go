// Package spool is the queue between the composers and the presses.
package spool

import "sync"

// Sheet is what is printed.
type Sheet struct {
	Job   string
	Pages int
}

// Spool has room for some sheets; Put waits for room, Take for a sheet.
type Spool struct {
	mu     sync.Mutex
	change *sync.Cond
	sheets []Sheet
	room   int
	pages  int
}

// New has room for n.
func New(n int) *Spool {
	s := &Spool{room: n}
	s.change = sync.NewCond(&s.mu)
	return s
}

// Put waits for room.
func (s *Spool) Put(sh Sheet) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.sheets) == s.room {
		s.change.Wait()
	}
	s.sheets = append(s.sheets, sh)
	if len(s.sheets) == 1 {
		s.change.Signal()
	}
}

// Take waits for a sheet.
func (s *Spool) Take() Sheet {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.sheets) == 0 {
		s.change.Wait()
	}
	sh := s.sheets[0]
	s.sheets = s.sheets[1:]
	s.pages += sh.Pages
	return sh
}
