// Package towpath switches the lights along a canal.
package towpath

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"
)

type Boat struct {
	Name    string
	Draught float64
}

type boatKey struct{}

// Station has the lights of one reach.
type Station struct {
	ctx     context.Context
	escorts atomic.Int64
}

func NewStation(ctx context.Context) *Station { return &Station{ctx: ctx} }

type escort struct {
	boat   Boat
	lights chan bool
}

// watch switches the lights off when the escort ends.
func (e *escort) watch(ctx context.Context, n *atomic.Int64) {
	n.Add(1)
	<-ctx.Done()
	n.Add(-1)
	e.lights <- false
}

// Escort guides one boat.
func (s *Station) Escort(b Boat) string {
	e := &escort{boat: b, lights: make(chan bool, 1)}
	ctx := context.WithValue(s.ctx, boatKey{}, b.Name) // BUG: ends with the service, not with the escort
	go e.watch(ctx, &s.escorts)
	time.Sleep(10 * time.Millisecond)
	return fmt.Sprintf("%s escorted, %d lit", b.Name, s.escorts.Load())
}
