// Prints one of its goroutines, as somebody copies it out of a dump.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

type core struct {
	name    string
	peers   [32]string
	state   sync.RWMutex
	forward sync.RWMutex
	target  string
}

// lead becomes the leader, under the state lock.
func (c *core) lead() {
	c.state.Lock()
	defer c.state.Unlock()
	time.Sleep(50 * time.Millisecond)
	c.open()
}

//go:noinline
func (c *core) open() {
	c.dropForwarding()
	c.name = "leader"
}

//go:noinline
func (c *core) dropForwarding() {
	c.forward.Lock()
	defer c.forward.Unlock()
	c.target = ""
}

// pass hands a request on to the leader.
func (c *core) pass() string {
	c.forward.RLock()
	defer c.forward.RUnlock()
	time.Sleep(100 * time.Millisecond)
	c.state.RLock()
	defer c.state.RUnlock()
	return c.target + c.name
}

func main() {
	c := &core{target: "10.0.0.7"}
	go c.lead()
	go c.pass()
	// The runtime stamps a wait when a collection sees it, and prints minutes from then on.
	for i := 0; i < 32; i++ {
		runtime.GC()
		time.Sleep(5 * time.Second)
	}
	buf := make([]byte, 1<<20)
	for _, one := range strings.Split(string(buf[:runtime.Stack(buf, true)]), "\n\n") {
		if strings.Contains(one, "(*core).lead") {
			fmt.Println(strings.TrimSpace(one))
		}
	}
}
