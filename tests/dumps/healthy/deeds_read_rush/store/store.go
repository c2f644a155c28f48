// Package store keeps the deeds; the engine under it allows a fixed number of readers.
package store

import (
	"context"
	"errors"
	"sort"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

var ErrNoParcel = errors.New("store: no such parcel")

const readers = 6

type Store struct {
	slots *semaphore.Weighted
	mu    sync.RWMutex
	deeds map[string][]string
}

func Open() *Store {
	return &Store{slots: semaphore.NewWeighted(readers), deeds: map[string][]string{}}
}

func (s *Store) Put(parcel, deed string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.deeds[parcel] = append(s.deeds[parcel], deed)
}

// Tx reads one state of the store.
type Tx struct {
	s    *Store
	done bool
}

func (s *Store) BeginRead(ctx context.Context) (*Tx, error) {
	if err := s.slots.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	return &Tx{s: s}, nil
}

func (t *Tx) Rollback() {
	if !t.done {
		t.done = true
		t.s.slots.Release(1)
	}
}

func (t *Tx) Deeds(parcel string) ([]string, error) {
	time.Sleep(60 * time.Millisecond) // pages come from the disk
	t.s.mu.RLock()
	defer t.s.mu.RUnlock()
	d, ok := t.s.deeds[parcel]
	if !ok {
		return nil, ErrNoParcel
	}
	d = append([]string(nil), d...)
	sort.Strings(d)
	return d, nil
}
