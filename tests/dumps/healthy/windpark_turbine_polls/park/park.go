// Package park polls the turbines of a wind park.
package park

import (
	"context"
	"log"
	"sync"
	"time"
)

// State of a turbine.
type State struct {
	RPM, KW float64
	Seen    time.Time
}

// Park has a poller for each turbine of its plan.
type Park struct {
	mu     sync.RWMutex
	states map[string]State
	trips  chan string
	wg     sync.WaitGroup
}

// Open starts the pollers.
func Open(ctx context.Context, turbines []string, every time.Duration) *Park {
	p := &Park{states: map[string]State{}, trips: make(chan string, 4)}
	for i, t := range turbines {
		p.wg.Add(1)
		go p.poll(ctx, t, every+time.Duration(i)*time.Millisecond)
	}
	go p.alarms()
	return p
}

func (p *Park) poll(ctx context.Context, turbine string, every time.Duration) {
	defer p.wg.Done()
	tick := time.NewTicker(every)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			s := State{RPM: float64(n % 16), KW: float64(n%16) * 130, Seen: now}
			p.mu.Lock()
			p.states[turbine] = s
			p.mu.Unlock()
			if s.RPM > 15 {
				select {
				case p.trips <- turbine:
				default:
				}
			}
		}
	}
}

func (p *Park) alarms() {
	for t := range p.trips {
		log.Printf("park: %s runs too fast", t)
	}
}

// Power is the sum of all turbines.
func (p *Park) Power() (kw float64) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	for _, s := range p.states {
		kw += s.KW
	}
	return kw
}

// Close ends the pollers.
func (p *Park) Close() {
	p.wg.Wait()
	close(p.trips)
}
