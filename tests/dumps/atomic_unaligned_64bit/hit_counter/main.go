// Command hits counts visitors.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type counter struct {
	enabled bool
	hits    int64 // BUG: on 32-bit systems only 4-byte aligned
}

func (c *counter) hit() {
	if c.enabled {
		atomic.AddInt64(&c.hits, 1)
	}
}

func main() {
	c := &counter{enabled: true}
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.hit()
		}()
	}
	wg.Wait()
	fmt.Println(c.hits)
}
