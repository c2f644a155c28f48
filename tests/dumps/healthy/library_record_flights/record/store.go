// Package record gets catalogue records from the union catalogue.
package record

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// Record describes a book.
type Record struct {
	ISBN string
	Body []byte
	At   time.Time
}

// Store keeps records for a while.
type Store struct {
	client *http.Client
	union  string
	flight singleflight.Group
	mu     sync.Mutex
	kept   map[string]Record
}

// Open asks the union catalogue at the address.
func Open(union string) *Store {
	return &Store{client: &http.Client{Timeout: 10 * time.Second}, union: union, kept: map[string]Record{}}
}

func (s *Store) fetch(isbn string) (interface{}, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.union+"/slow?ms=4000&isbn="+isbn, nil)
	if err != nil {
		return nil, err
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("union catalogue: %w", err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	r := Record{isbn, body, time.Now()}
	s.mu.Lock()
	s.kept[isbn] = r
	s.mu.Unlock()
	return r, nil
}

// Get returns a record; those who ask at once share one question.
func (s *Store) Get(ctx context.Context, isbn string) (Record, error) {
	s.mu.Lock()
	r, ok := s.kept[isbn]
	s.mu.Unlock()
	if ok && time.Since(r.At) < time.Hour {
		return r, nil
	}
	answer := s.flight.DoChan(isbn, func() (interface{}, error) { return s.fetch(isbn) })
	select {
	case a := <-answer:
		if a.Err != nil {
			return Record{}, a.Err
		}
		return a.Val.(Record), nil
	case <-ctx.Done():
		return Record{}, ctx.Err()
	}
}

// Prefetch fills the store for a branch's display shelf.
func (s *Store) Prefetch(isbn string) error {
	_, err, _ := s.flight.Do(isbn, func() (interface{}, error) { return s.fetch(isbn) })
	return err
}
