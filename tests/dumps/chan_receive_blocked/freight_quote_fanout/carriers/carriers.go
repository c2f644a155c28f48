// Package carriers has one adapter per haulier.
package carriers

import (
	"context"
	"errors"
	"sync/atomic"
	"time"
)

type Shipment struct {
	From, To string
	Kilos    int
}

type Quote struct {
	Carrier string
	Cents   int64
}

type Flat struct {
	Name    string
	PerKilo int64
}

func (f Flat) Ask(ctx context.Context, s Shipment) (Quote, error) {
	select {
	case <-time.After(time.Duration(3+len(f.Name)) * time.Millisecond):
		return Quote{f.Name, f.PerKilo * int64(s.Kilos)}, nil
	case <-ctx.Done():
		return Quote{}, ctx.Err()
	}
}

// Quota is the number of paid look-ups left today.
type Quota struct{ left atomic.Int64 }

func NewQuota(n int64) *Quota {
	q := &Quota{}
	q.left.Store(n)
	return q
}

var ErrQuota = errors.New("carriers: daily look-ups used up")

func (q *Quota) Spend(n int) error {
	if q.left.Add(-int64(n)) < 0 {
		return ErrQuota
	}
	return nil
}
