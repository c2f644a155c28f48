// Package table holds the opening hours.
package table

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
)

type Hours struct{ Open, Close string }

type Table struct {
	mu sync.RWMutex
	m  map[string]Hours
}

func New() *Table { return &Table{m: map[string]Hours{}} }

func (t *Table) Get(branch string) Hours {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.m[branch]
}

// Load reads a branch's file.
func (t *Table) Load(branch, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var h Hours
	if err := json.Unmarshal(text, &h); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	t.mu.Lock()
	t.m[branch] = h
	t.mu.Unlock()
	return nil
}
