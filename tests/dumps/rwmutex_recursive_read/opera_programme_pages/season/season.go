// Package season has what is played, and by whom.
package season

import (
	"sync"
	"time"
)

type Evening struct {
	Title, Conductor string
	Cast             []string
}

type Season struct {
	mu       sync.RWMutex
	evenings map[string]*Evening
	singers  map[string]string
}

func New() *Season {
	return &Season{
		evenings: map[string]*Evening{
			"tosca":  {"Tosca", "Rossi", []string{"t1", "c1", "s1"}},
			"salome": {"Salome", "Krause", []string{"s1", "h1"}},
		},
		singers: map[string]string{"t1": "A. Berg", "c1": "M. Vogel", "s1": "L. Lindt", "h1": "P. Ott"},
	}
}

// View calls f with an evening that nobody changes meanwhile.
func (s *Season) View(id string, f func(*Evening) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return f(s.evenings[id])
}

// Singer is the name for a role's key.
func (s *Season) Singer(key string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.singers[key]
}

// Recast replaces a singer, who may be ill.
func (s *Season) Recast(key, name string) time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.singers[key] = name
	return time.Now()
}
