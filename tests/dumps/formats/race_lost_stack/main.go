// Counters has a race whose first access is so long ago that the detector has forgotten its stack.
package main

import (
	"fmt"
	"time"
)

type counters struct {
	visits int
	noise  [64]int
}

//go:noinline
func (c *counters) visit() { c.visits++ }

//go:noinline
func (c *counters) work(i int) { c.noise[i%len(c.noise)] += fib(8) }

//go:noinline
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	c := &counters{}
	go func() {
		c.visit() // BUG: not locked
		for i := 0; i < 200000; i++ {
			c.work(i)
		}
		fmt.Println("worked")
		time.Sleep(time.Second)
	}()
	time.Sleep(2 * time.Second)
	c.visit()
	fmt.Println(c.visits)
}
