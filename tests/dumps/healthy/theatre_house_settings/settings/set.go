// Package settings has the settings of all houses.
package settings

import (
	"encoding/json"
	"os"
	"sync"
)

// Set is safe for all.
type Set struct {
	mu sync.RWMutex
	m  map[string]string
}

// NewSet is empty.
func NewSet() *Set { return &Set{m: map[string]string{}} }

// Get is the text of a house.
func (s *Set) Get(house string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.m[house]
}

// Load reads a file that must be JSON.
func (s *Set) Load(house, file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var v map[string]any
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[house] = string(b)
	return nil
}
