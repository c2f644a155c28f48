package scanner

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/semaphore"
)

var ErrTorn = errors.New("stamp is torn")

type Scanner struct {
	permits *semaphore.Weighted
}

func New(n int64) *Scanner { return &Scanner{permits: semaphore.NewWeighted(n)} }

// Scan counts the teeth of a stamp's edge.
func (s *Scanner) Scan(ctx context.Context, stamp []byte) (int, error) {
	if err := s.permits.Acquire(ctx, 1); err != nil {
		return 0, err
	}
	teeth, err := s.edge(stamp)
	if err != nil {
		return 0, err
	}
	s.permits.Release(1)
	return teeth, nil
}

func (s *Scanner) edge(stamp []byte) (int, error) {
	time.Sleep(5 * time.Millisecond)
	if len(stamp) > 4 && string(stamp[:4]) == "torn" {
		return 0, ErrTorn
	}
	return 12 + len(stamp)%3, nil
}
