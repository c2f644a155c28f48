package stock

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
)

var ErrShort = errors.New("not enough doses")

type Shelf struct {
	mu    sync.Mutex
	doses map[string]int
	start int
	seal  [32]byte
}

func NewShelf(doses int) *Shelf { return &Shelf{doses: map[string]int{}, start: doses} }

// Book takes doses and seals the book with a chain of sums, which takes a few milliseconds.
func (s *Shelf) Book(kind string, n int) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.start-s.doses[kind] < n {
		return "", ErrShort
	}
	s.doses[kind] += n
	for i := 0; i < 4000; i++ {
		s.seal = sha256.Sum256(append(s.seal[:], kind...))
	}
	return fmt.Sprintf("%s-%x", kind, s.seal[:4]), nil
}
