// Package forecast answers when the water is high.
package forecast

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// Curve is a day's tide at one harbour.
type Curve struct {
	Harbour string
	Metres  [24]float64
}

// Origin computes curves; it allows a few computations at a time.
type Origin struct {
	permits chan struct{}
}

// NewOrigin allows n computations.
func NewOrigin(n int) *Origin {
	o := &Origin{permits: make(chan struct{}, n)}
	for i := 0; i < n; i++ {
		o.permits <- struct{}{}
	}
	return o
}

// Compute takes a permit; a failed computation is retried by the caller.
func (o *Origin) Compute(ctx context.Context, harbour string) (*Curve, error) {
	<-o.permits
	c := &Curve{Harbour: harbour}
	for h := range c.Metres {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("hour %d: %w", h, err)
		}
		c.Metres[h] = float64(h%12) / 3
		time.Sleep(time.Millisecond)
	}
	o.permits <- struct{}{}
	return c, nil
}

// Store caches curves.
type Store struct {
	origin *Origin
	flight singleflight.Group
	mu     sync.RWMutex
	curves map[string]*Curve
}

// NewStore is empty.
func NewStore(o *Origin) *Store { return &Store{origin: o, curves: map[string]*Curve{}} }

// Curve is the tide at a harbour; concurrent questions are one.
func (s *Store) Curve(ctx context.Context, harbour string) (*Curve, error) {
	s.mu.RLock()
	c := s.curves[harbour]
	s.mu.RUnlock()
	if c != nil {
		return c, nil
	}
	v, err, _ := s.flight.Do(harbour, func() (interface{}, error) {
		c, err := s.origin.Compute(ctx, harbour)
		if err != nil {
			return nil, err
		}
		s.mu.Lock()
		s.curves[harbour] = c
		s.mu.Unlock()
		return c, nil
	})
	if err != nil {
		return nil, err
	}
	return v.(*Curve), nil
}
