package state

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

// Board is read much and written seldom.
type Board struct {
	mu    sync.RWMutex
	moves []string
}

func (b *Board) view(f func(moves []string)) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	f(b.moves)
}

// Digest walks all moves.
func (b *Board) Digest(rounds int) (s string) {
	b.view(func(moves []string) {
		sum := sha256.Sum256([]byte(s))
		for i := 0; i < rounds; i++ {
			sum = sha256.Sum256(sum[:])
		}
		s = hex.EncodeToString(sum[:4])
	})
	return s
}

func (b *Board) Move(m string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.moves = append(b.moves, m)
	return len(b.moves)
}
