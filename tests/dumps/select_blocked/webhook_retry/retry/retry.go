package retry

import (
	"context"
	"time"
)

type Policy interface{ Next(attempt int) time.Duration }

type fixed time.Duration

func (f fixed) Next(int) time.Duration { return time.Duration(f) }

func Every(d time.Duration) Policy { return fixed(d) }

// Do calls f until it succeeds or ctx ends.
func Do(ctx context.Context, p Policy, f func() error) error {
	for attempt := 1; ; attempt++ {
		if err := f(); err == nil {
			return nil
		}
		if err := pause(ctx, p.Next(attempt)); err != nil {
			return err
		}
	}
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
