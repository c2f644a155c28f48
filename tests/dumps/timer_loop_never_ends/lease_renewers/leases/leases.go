// Package leases keeps a build agent reserved while a job runs on it.
package leases

import (
	"errors"
	"sync"
	"time"
)

// ErrBusy means that no agent is free.
var ErrBusy = errors.New("no agent is free")

// Lease is one reservation.
type Lease struct {
	Agent string

	mu      sync.Mutex
	expires time.Time
	stop    chan struct{}
}

// Keeper hands out leases.
type Keeper struct {
	TTL time.Duration

	mu     sync.Mutex
	leases map[string]*Lease
}

// Acquire reserves agent and keeps the reservation alive until Release.
func (k *Keeper) Acquire(agent string) *Lease {
	l := &Lease{Agent: agent, expires: time.Now().Add(k.TTL), stop: make(chan struct{})}
	k.mu.Lock()
	if k.leases == nil {
		k.leases = make(map[string]*Lease)
	}
	k.leases[agent] = l
	k.mu.Unlock()
	go k.renew(l)
	return l
}

func (k *Keeper) renew(l *Lease) {
	every := time.NewTicker(k.TTL / 3)
	defer every.Stop()
	for {
		select {
		case now := <-every.C:
			l.mu.Lock()
			l.expires = now.Add(k.TTL)
			l.mu.Unlock()
		case <-l.stop:
			return
		}
	}
}

// Release gives the agent back.
func (k *Keeper) Release(l *Lease) {
	close(l.stop)
	k.mu.Lock()
	delete(k.leases, l.Agent)
	k.mu.Unlock()
}
