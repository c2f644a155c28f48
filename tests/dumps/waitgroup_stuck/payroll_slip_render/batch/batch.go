// Package batch computes the slips of a department at once.
package batch

import (
	"log"
	"sync"

	"lohnwerk.de/slips/slip"
)

type Run struct {
	wg    sync.WaitGroup
	slips chan slip.Slip
}

// Start returns a run whose slips come from Slips until all are there.
func Start(staff []slip.Employee) *Run {
	r := &Run{slips: make(chan slip.Slip)}
	r.wg.Add(len(staff))
	for _, e := range staff {
		go r.one(e)
	}
	go r.finish()
	return r
}

func (r *Run) one(e slip.Employee) {
	defer guard(e.ID)
	r.slips <- slip.Compute(e)
	r.wg.Done()
}

func (r *Run) finish() {
	r.wg.Wait()
	close(r.slips)
}

func (r *Run) Slips() <-chan slip.Slip { return r.slips }

// guard keeps one bad record from ending the service.
func guard(id string) {
	if p := recover(); p != nil {
		log.Printf("employee %s: %v", id, p)
	}
}
