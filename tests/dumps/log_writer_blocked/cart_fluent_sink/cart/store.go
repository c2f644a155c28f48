// Package cart has the carts and their handlers.
package cart

import (
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"
)

type line struct {
	Article string
	Amount  int
	Note    string
}

type Store struct {
	log   *slog.Logger
	mu    sync.Mutex
	carts map[string][]line
}

func NewStore(log *slog.Logger) *Store {
	return &Store{log: log, carts: make(map[string][]line)}
}

func (s *Store) add(id string, l line) []line {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.carts[id] = append(s.carts[id], l)
	return append([]line(nil), s.carts[id]...)
}

// Add puts a line into a cart and notes the whole cart in the audit log.
func (s *Store) Add(id string, l line) int {
	lines := s.add(id, l)
	s.log.Info("cart changed", slog.String("cart", id), slog.Any("lines", lines))
	return len(lines)
}

func (s *Store) Expire() {
	for range time.Tick(time.Minute) {
		s.mu.Lock()
		for id, lines := range s.carts {
			if len(lines) == 0 {
				delete(s.carts, id)
			}
		}
		s.mu.Unlock()
	}
}

func Handler(s *Store) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := strings.TrimPrefix(r.URL.Path, "/cart/")
		n := s.Add(id, line{Article: "lamp", Amount: 1, Note: strings.Repeat("gift wrap, please. ", 4000)})
		fmt.Fprintln(w, n)
	})
}
