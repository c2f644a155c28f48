// Package replica writes to one site of the blood bank.
package replica

import (
	"context"
	"errors"
	"time"
)

type Site struct {
	Name string
	Lag  time.Duration // the line to the site
}

var ErrRefused = errors.New("replica: version is old")

type Write struct {
	Unit    string
	Version int64
}

// Apply returns when the site has the write.
func (s *Site) Apply(ctx context.Context, w Write) error {
	t := time.NewTimer(s.Lag)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
		return ctx.Err()
	}
	if w.Version < 0 {
		return ErrRefused
	}
	return nil
}
