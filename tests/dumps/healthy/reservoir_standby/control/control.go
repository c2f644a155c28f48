// Package control has the loops that only the leader runs.
package control

import (
	"context"
	"log"
	"time"

	"waterworks.example/dispatch/election"
)

type Controller interface {
	Name() string
	Every() time.Duration
	Adjust(context.Context) error
}

type simple struct {
	name  string
	every time.Duration
}

func New(name string, seconds int) Controller {
	return simple{name, time.Duration(seconds) * time.Second}
}

func (s simple) Name() string                 { return s.name }
func (s simple) Every() time.Duration         { return s.every }
func (s simple) Adjust(context.Context) error { return nil }

func RunWhenElected(ctx context.Context, seat *election.Seat, c Controller) {
	<-seat.Elected()
	t := time.NewTicker(c.Every())
	defer t.Stop()
	for {
		select {
		case <-t.C:
			if err := c.Adjust(ctx); err != nil {
				log.Printf("%s: %v", c.Name(), err)
			}
		case <-ctx.Done():
			return
		}
	}
}
