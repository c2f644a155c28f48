// Package texts translates words.
package texts

import (
	"strings"
	"sync"
)

// Texts remembers translations.
type Texts struct {
	mu    sync.RWMutex
	known map[string]string
}

func New() *Texts { return &Texts{known: map[string]string{"cart": "Wagen"}} }

// Get translates a word.
func (t *Texts) Get(word string) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if text, ok := t.known[word]; ok {
		return text
	}
	return t.learn(word) // BUG: learn wants the write lock while Get still reads
}

func (t *Texts) learn(word string) string {
	text := strings.ToUpper(word)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known[word] = text
	return text
}
