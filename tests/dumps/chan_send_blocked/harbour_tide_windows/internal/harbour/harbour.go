// Package harbour has a short-lived cache of tide windows for each vessel.
//
// The cache of a vessel that leaves is stopped twice: by the register and by the call's own defer. Stop of
// github.com/jellydator/ttlcache 3.3.0 sends on a channel that the goroutine of Start receives from once.
// https://github.com/jellydator/ttlcache/issues/175
package harbour

import (
	"sync"
	"time"

	"github.com/jellydator/ttlcache/v3"
)

type vessel struct {
	tides *ttlcache.Cache[string, time.Time]
}

func (v *vessel) castOff() { v.tides.Stop() }

// Harbour is the register of the vessels in port.
type Harbour struct {
	mu     sync.Mutex
	moored map[string]*vessel
}

// New returns an empty harbour.
func New() *Harbour { return &Harbour{moored: map[string]*vessel{}} }

func (h *Harbour) moor(imo string) *vessel {
	h.mu.Lock()
	defer h.mu.Unlock()
	v := &vessel{tides: ttlcache.New(ttlcache.WithTTL[string, time.Time](time.Minute))}
	go v.tides.Start()
	h.moored[imo] = v
	return v
}

func (h *Harbour) release(imo string) {
	h.mu.Lock()
	v := h.moored[imo]
	delete(h.moored, imo)
	h.mu.Unlock()
	if v != nil {
		v.castOff()
	}
}

// Call is a vessel's call at the port.
func (h *Harbour) Call(imo string) {
	v := h.moor(imo)
	defer v.castOff() // the call is over
	time.Sleep(5 * time.Millisecond)
	v.tides.Set("high", time.Now(), ttlcache.DefaultTTL)
	h.release(imo) // the register strikes it out
}
