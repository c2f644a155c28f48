package main

import (
	"log"
	"net/http"
	"sync"
	"time"

	"kaeserei.ch/ripening/internal/ops"
	"kaeserei.ch/ripening/stage"
)

type cellar struct {
	mu    sync.Mutex
	ready int
	line  *stage.Line
	empty chan struct{}
}

func brush(w *stage.Wheel) { time.Sleep(250 * time.Millisecond); w.Days++ }
func salt(w *stage.Wheel)  { time.Sleep(700 * time.Millisecond); w.Salt += 0.2 }
func turn(w *stage.Wheel)  { time.Sleep(120 * time.Millisecond); w.Days++ }

func (c *cellar) collect() {
	for w := range c.line.Out() {
		c.mu.Lock()
		c.ready++
		c.mu.Unlock()
		log.Printf("wheel %d after %d days", w.ID, w.Days)
	}
	close(c.empty)
}

func (c *cellar) close(w http.ResponseWriter, r *http.Request) {
	c.line.Drain()
	<-c.empty
	w.Write([]byte("empty\n"))
}

func main() {
	c := &cellar{line: stage.NewLine(48, 4, brush, salt, turn), empty: make(chan struct{})}
	go c.collect()
	mux := http.NewServeMux()
	mux.HandleFunc("/wheel", func(w http.ResponseWriter, r *http.Request) { c.line.Put(&stage.Wheel{}) })
	mux.HandleFunc("/close", c.close)
	ops.Start(mux)
	ops.Wait()
}
