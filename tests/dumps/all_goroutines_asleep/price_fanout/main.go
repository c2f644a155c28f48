// Command prices asks all shops for the price of an item.
package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

type offer struct {
	shop  string
	cents int
}

type comparer struct {
	wg     sync.WaitGroup
	offers chan offer
}

func (c *comparer) ask(shop string, cents int) {
	time.Sleep(time.Millisecond)
	if cents == 0 {
		return // BUG: Done is not deferred
	}
	c.offers <- offer{shop, cents}
	c.wg.Done()
}

func (c *comparer) collect() {
	for o := range c.offers {
		fmt.Println(o.shop, o.cents)
	}
}

func main() {
	c := &comparer{offers: make(chan offer)}
	for shop, cents := range map[string]int{"acme": 420, "blumen": 0, "corner": 399} {
		c.wg.Add(1)
		go c.ask(shop, cents)
	}
	if os.Getenv("COLLECT") != "" {
		c.collect() // BUG: nobody closes offers
	}
	go c.collect()
	c.wg.Wait()
	close(c.offers)
}
