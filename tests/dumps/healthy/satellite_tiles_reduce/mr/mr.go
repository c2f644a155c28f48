// Package mr is map and reduce within one process.
package mr

import (
	"log"
	"sync"
	"time"
)

func Run[I, P, R any](width int, in <-chan I, mapper func(I) P, reducer func(R, P), into R) R {
	parts := make(chan P, width)
	var mappers sync.WaitGroup
	for i := 0; i < width; i++ {
		mappers.Add(1)
		go func() {
			defer mappers.Done()
			for item := range in {
				parts <- mapper(item)
			}
		}()
	}
	go func() {
		mappers.Wait()
		close(parts)
	}()
	reduced := make(chan R)
	go func() {
		n := 0
		tick := time.NewTicker(time.Minute)
		defer tick.Stop()
		for p := range parts {
			reducer(into, p)
			n++
			select {
			case <-tick.C:
				log.Printf("%d parts", n)
			default:
			}
		}
		reduced <- into
	}()
	return <-reduced
}
