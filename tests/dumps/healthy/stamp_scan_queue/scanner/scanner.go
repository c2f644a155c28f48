package scanner

import (
	"context"
	"time"

	"golang.org/x/sync/semaphore"
)

type Scanner struct {
	permits *semaphore.Weighted
}

func New(n int64) *Scanner { return &Scanner{permits: semaphore.NewWeighted(n)} }

// Scan waits for one of the scanners, up to five seconds.
func (s *Scanner) Scan(ctx context.Context, stamp string) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if err := s.permits.Acquire(ctx, 1); err != nil {
		return 0, err
	}
	defer s.permits.Release(1)
	return s.edge(ctx, stamp)
}

func (s *Scanner) edge(ctx context.Context, stamp string) (int, error) {
	lamp := time.NewTimer(120 * time.Millisecond)
	defer lamp.Stop()
	select {
	case <-lamp.C:
		return 12 + len(stamp)%3, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
