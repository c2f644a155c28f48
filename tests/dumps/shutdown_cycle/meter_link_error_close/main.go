package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"gridsense.fr/concentrator/internal/ops"
	"gridsense.fr/concentrator/link"
)

type concentrator struct {
	frames chan link.Frame

	mu    sync.Mutex
	links map[string]*link.Link
	last  map[string]string
}

func (c *concentrator) failed(l *link.Link, err error) {
	log.Printf("meter %s: %v", l.Meter(), err)
	l.Close()
	c.mu.Lock()
	delete(c.links, l.Meter())
	c.mu.Unlock()
}

// connect makes a link to a meter; a real one is reached over the radio modem.
func (c *concentrator) connect(w http.ResponseWriter, r *http.Request) {
	meter := r.URL.Query().Get("meter")
	here, there := net.Pipe()
	c.mu.Lock()
	c.links[meter] = link.Open(meter, here, c.frames, c.failed)
	c.mu.Unlock()
	go simulate(there, r.URL.Query().Get("bad") != "")
}

func simulate(m net.Conn, bad bool) {
	for i := 0; ; i++ {
		if bad && i == 2 {
			fmt.Fprintln(m, "ERR checksum")
			return
		}
		if _, err := fmt.Fprintf(m, "kwh=%d\n", i); err != nil {
			return
		}
		time.Sleep(150 * time.Millisecond)
	}
}

func (c *concentrator) collect() {
	for f := range c.frames {
		c.mu.Lock()
		c.last[f.Meter] = f.Value
		c.mu.Unlock()
	}
}

func main() {
	c := &concentrator{frames: make(chan link.Frame, 16), links: map[string]*link.Link{}, last: map[string]string{}}
	go c.collect()
	mux := http.NewServeMux()
	mux.HandleFunc("/connect", c.connect)
	ops.Start(mux)
	ops.Wait()
}
