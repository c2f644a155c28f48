// Package loom shares the looms of a hall among the orders.
package loom

import (
	"context"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"
)

type strip struct{ metres int }

type Hall struct {
	looms *semaphore.Weighted
	woven int64
}

func NewHall(looms int64) *Hall { return &Hall{looms: semaphore.NewWeighted(looms)} }

// Order starts n strips, each as soon as a loom is free.
func (h *Hall) Order(ctx context.Context, n int) error {
	for i := 0; i < n; i++ {
		if err := h.looms.Acquire(ctx, 1); err != nil {
			return err
		}
		go h.weave(strip{10 + i%5})
	}
	return nil
}

func (h *Hall) weave(s strip) {
	defer h.looms.Release(1)
	for i := 0; i < s.metres; i++ {
		time.Sleep(10 * time.Millisecond)
	}
	atomic.AddInt64(&h.woven, int64(s.metres))
}
