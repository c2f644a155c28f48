// Package feed sends quotes to all that are connected.
package feed

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Quote is a price.
type Quote struct {
	Symbol string
	Price  float64
	Time   time.Time
	Depth  string
}

// Publisher takes quotes.
type Publisher interface{ Publish(Quote) }

// Hub knows the subscribers.
type Hub struct {
	sync.Mutex
	subs map[net.Conn]*json.Encoder
	pad  string
}

// NewHub makes one.
func NewHub() *Hub { return &Hub{subs: map[net.Conn]*json.Encoder{}, pad: strings.Repeat("100.25;", 900)} }

// Serve takes subscribers.
func (h *Hub) Serve(ln net.Listener) error {
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		h.Lock()
		h.subs[c] = json.NewEncoder(c)
		h.Unlock()
	}
}

// Publish sends one quote to everybody.
func (h *Hub) Publish(q Quote) {
	q.Depth = h.pad
	h.Lock()
	defer h.Unlock()
	for c, enc := range h.subs {
		if err := enc.Encode(q); err != nil {
			c.Close()
			delete(h.subs, c)
		}
	}
}

// Status tells how many are there.
func (h *Hub) Status(w http.ResponseWriter, r *http.Request) {
	h.Lock()
	defer h.Unlock()
	fmt.Fprintln(w, len(h.subs))
}
