package main

import (
	"sync"
	"time"

	"malzfabrik.de/trials/kiln"
)

// trial dries a small batch and returns how hot it became.
func trial(batch string) int {
	var mu sync.Mutex
	hottest := 0
	ready := make(chan int)
	m := kiln.NewMonitor()
	m.Listen(func(r kiln.Reading) {
		mu.Lock()
		defer mu.Unlock()
		if r.Celsius > hottest {
			hottest = r.Celsius
		}
		if r.Celsius >= 82 {
			ready <- r.Celsius
		}
	})
	off := make(chan struct{})
	go m.Run(off)
	defer close(off)
	for _, c := range []int{50, 65, 82} {
		m.Measure(kiln.Reading{Batch: batch, Celsius: c})
		time.Sleep(20 * time.Millisecond)
	}

	mu.Lock()
	before := hottest
	mu.Unlock()
	if last := <-ready; last > before {
		return last
	}
	return before
}
