package main

import (
	"context"
	"errors"
	"time"

	"clinic.example/rota/store"
)

var errNobody = errors.New("nobody is free")

// Ring gives each slot to the next nurse.
type Ring struct {
	Name   string
	store  *store.Store
	nurses []string
	next   int
	turns  chan int
}

// notifyDeletes tells when a nurse leaves the ring.
func notifyDeletes(ctx context.Context, changes <-chan store.Change) <-chan struct{} {
	gone := make(chan struct{}, 1)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case c := <-changes:
				if c.Deleted {
					gone <- struct{}{}
					return
				}
			}
		}
	}()
	return gone
}

// Next waits for the turn of a nurse.
func (r *Ring) Next(ctx context.Context) (string, error) {
	watchCtx, cancel := context.WithCancel(ctx)
	defer cancel()
	gone := notifyDeletes(watchCtx, r.store.Watch(watchCtx, r.Name))
	select {
	case turn := <-r.turns:
		nurse := r.nurses[turn%len(r.nurses)]
		r.store.Take(r.Name, nurse)
		return nurse, nil
	case <-gone:
		return "", errNobody
	case <-time.After(90 * time.Second):
		return "", errNobody
	}
}

func (r *Ring) turn(every time.Duration) {
	for range time.Tick(every) {
		r.next++
		r.turns <- r.next
	}
}
