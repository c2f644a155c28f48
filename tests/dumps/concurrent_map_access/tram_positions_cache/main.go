package main

import (
	"log"
	"os"
	"sync/atomic"
	"time"

	"verkehr.io/tram/fleet"
	"verkehr.io/tram/supervise"
)

func main() {
	if os.Getenv(supervise.Child) == "" {
		supervise.Main()
	}
	var n atomic.Int64
	c := fleet.New[int, fleet.Position](func(int) { n.Add(1) })
	for line := 1; line <= 12; line++ {
		go fleet.Poll(line, c)
	}
	for range time.Tick(20 * time.Millisecond) {
		_, ok := c.Get(1001)
		log.Printf("%d telegrams, tram 1001 seen: %t", n.Load(), ok)
	}
}
