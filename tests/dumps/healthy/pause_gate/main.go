package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

type control struct {
	sync.Mutex
	changed *sync.Cond
	paused  bool
}

func (c *control) set(paused bool) {
	c.Lock()
	c.paused = paused
	c.Unlock()
	c.changed.Broadcast()
}

func (c *control) hold() {
	c.Lock()
	for c.paused {
		c.changed.Wait()
	}
	c.Unlock()
}

type lane struct {
	*control
	frames int
}

func (l *lane) encode() {
	for {
		l.hold()
		time.Sleep(5 * time.Millisecond)
		l.frames++
	}
}

func main() {
	c := &control{}
	c.changed = sync.NewCond(c)
	for i := 0; i < 6; i++ {
		go (&lane{control: c}).encode()
	}
	http.HandleFunc("/pause", func(http.ResponseWriter, *http.Request) { c.set(true) })
	http.HandleFunc("/resume", func(http.ResponseWriter, *http.Request) { c.set(false) })
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
