// Package hedge sends the same question to several backends and takes the first answer.
package hedge

import (
	"context"
	"errors"
	"time"
)

type outcome[R any] struct {
	value R
	err   error
	from  int
}

// Func asks one backend.
type Func[R any] func(ctx context.Context) (R, error)

// Race starts the next backend whenever the ones before have not answered within after.
func Race[R any](ctx context.Context, after time.Duration, backends ...Func[R]) (R, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	answers := make(chan outcome[R], len(backends))
	launch := func(i int) {
		go func() {
			v, err := backends[i](ctx)
			answers <- outcome[R]{v, err, i}
		}()
	}
	launch(0)
	started, failed := 1, 0
	var zero R
	for {
		var next <-chan time.Time
		if started < len(backends) {
			t := time.NewTimer(after)
			defer t.Stop()
			next = t.C
		}
		select {
		case a := <-answers:
			if a.err == nil {
				return a.value, nil
			}
			if failed++; failed == len(backends) {
				return zero, errors.New("all backends failed")
			}
		case <-next:
			launch(started)
			started++
		case <-ctx.Done():
			return zero, ctx.Err()
		}
	}
}
