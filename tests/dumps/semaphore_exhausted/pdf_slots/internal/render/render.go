// Package render makes PDF files; each needs much memory, so only a few are made at a time.
package render

import (
	"context"
	"errors"
	"strings"
	"time"

	"golang.org/x/sync/semaphore"
)

var errNoInvoice = errors.New("no such invoice")

// Renderer is safe for concurrent use.
type Renderer struct{ slots *semaphore.Weighted }

func New(slots int64) *Renderer { return &Renderer{semaphore.NewWeighted(slots)} }

// Invoice renders one invoice.
func (r *Renderer) Invoice(id string) (int, error) {
	if err := r.slots.Acquire(context.Background(), 1); err != nil {
		return 0, err
	}
	lines, err := load(id)
	if err != nil {
		return 0, err // BUG: the slot is not given back
	}
	time.Sleep(time.Duration(lines) * time.Millisecond)
	r.slots.Release(1)
	return lines, nil
}

func load(id string) (int, error) {
	if strings.HasPrefix(id, "draft") {
		return 0, errNoInvoice
	}
	return 3, nil
}
