// Package desk lends the parts of a score, one player at a time.
package desk

import (
	"sync"
	"time"
)

// Desk has one lock for each part, made when it is first asked for.
type Desk struct {
	sync.RWMutex
	parts map[string]*sync.Mutex
	print time.Duration
}

func New(print time.Duration) *Desk {
	return &Desk{parts: map[string]*sync.Mutex{}, print: print}
}

func (d *Desk) claim(part string) {
	d.Lock()
	defer d.Unlock()
	m, ok := d.parts[part]
	if !ok {
		m = new(sync.Mutex)
		d.parts[part] = m
	}
	m.Lock()
}

func (d *Desk) giveBack(part string) {
	d.RLock()
	m := d.parts[part]
	d.RUnlock()
	if m != nil {
		m.Unlock()
	}
}

// Print makes copies of a part while nobody else has it.
func (d *Desk) Print(part string, copies int) int {
	d.claim(part)
	defer d.giveBack(part)
	pages := 0
	for i := 0; i <= copies%3; i++ {
		time.Sleep(d.print)
		pages += 4
	}
	return pages
}

// Season prints a part for each concert.
func (d *Desk) Season(part string, concerts int) int {
	var wg sync.WaitGroup
	pages := make([]int, concerts)
	for i := 0; i < concerts; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			pages[i] = d.Print(part, i)
		}(i)
	}
	wg.Wait()
	sum := 0
	for _, p := range pages {
		sum += p
	}
	return sum
}
