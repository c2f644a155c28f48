// Package plant polls the controllers of a site.
package plant

import (
	"log"
	"sync"
	"time"

	"plantview.io/gateway/modbus"
)

type device struct {
	name, addr string
	unit       byte
	client     *modbus.Client
}

// Site is all controllers.
type Site struct {
	mu     sync.RWMutex
	values map[string]uint16
}

// New makes an empty site.
func New() *Site { return &Site{values: map[string]uint16{}} }

// Attach starts to poll a controller.
func (s *Site) Attach(name, addr string, unit byte) {
	d := &device{name: name, addr: addr, unit: unit}
	go func() {
		for backoff := time.Second; ; backoff *= 2 {
			if err := s.poll(d); err != nil {
				log.Printf("%s: %v", d.name, err)
				time.Sleep(backoff)
			}
		}
	}()
}

func (s *Site) poll(d *device) (err error) {
	if d.client, err = modbus.Dial(d.addr, d.unit); err != nil {
		return err
	}
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	for range tick.C {
		regs, err := d.client.ReadHolding(40001, 2)
		if err != nil {
			return err
		}
		s.mu.Lock()
		s.values[d.name] = regs[0]
		s.mu.Unlock()
	}
	return nil
}

// Snapshot copies the last values.
func (s *Site) Snapshot() map[string]uint16 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := make(map[string]uint16, len(s.values))
	for k, v := range s.values {
		out[k] = v
	}
	return out
}
