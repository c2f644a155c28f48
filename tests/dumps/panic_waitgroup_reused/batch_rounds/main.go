// Command batch sends orders in rounds; several reporters wait for the end of each round.
package main

import (
	"sync"
	"sync/atomic"
)

type rounds struct {
	wg    sync.WaitGroup
	count int64
}

func (r *rounds) send() {
	atomic.AddInt64(&r.count, 1)
	r.wg.Done()
}

func (r *rounds) report() {
	for {
		r.wg.Wait()
	}
}

// run starts the next round while waiters of the last one may not have returned yet. BUG
func (r *rounds) run() {
	for {
		r.wg.Add(1)
		go r.send()
		r.wg.Wait()
	}
}

func main() {
	r := &rounds{}
	for i := 0; i < 4; i++ {
		go r.report()
	}
	r.run()
}
