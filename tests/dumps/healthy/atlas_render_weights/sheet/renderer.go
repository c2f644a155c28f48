// Package sheet renders the sheets of an atlas within a limit of memory.
package sheet

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

// Request is a sheet at a scale.
type Request struct {
	Name  string
	Scale int
}

// ErrScale means that nobody drew this scale.
var ErrScale = errors.New("sheet: no such scale")

// Renderer renders within its memory.
type Renderer struct {
	memory *semaphore.Weighted
	mu     sync.Mutex
	done   map[Request]uint64
}

// New renders with mb megabytes.
func New(mb int64) *Renderer {
	return &Renderer{memory: semaphore.NewWeighted(mb), done: map[Request]uint64{}}
}

// Render returns the sum of a sheet's pixels.
func (r *Renderer) Render(ctx context.Context, q Request) (uint64, error) {
	weight := int64(q.Scale)
	if err := r.memory.Acquire(ctx, weight); err != nil {
		return 0, fmt.Errorf("%s: %w", q.Name, err)
	}
	defer r.memory.Release(weight)
	if q.Scale == 13 {
		return 0, ErrScale
	}
	time.Sleep(120 * time.Millisecond) // the elevation data
	h := fnv.New64a()
	fmt.Fprint(h, q.Name, q.Scale)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done[q] = h.Sum64()
	return r.done[q], nil
}
