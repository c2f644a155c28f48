// Package tunnel keeps a multiplexed connection to each till.
package tunnel

import (
	"log"
	"net"
	"sync"

	"github.com/hashicorp/yamux"
)

// Hub knows the tills that are connected.
type Hub struct {
	mu    sync.Mutex
	tills map[*yamux.Session]bool
}

// NewHub returns a hub without tills.
func NewHub() *Hub { return &Hub{tills: map[*yamux.Session]bool{}} }

// Size is how many tills are connected.
func (h *Hub) Size() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.tills)
}

// Serve takes tills in until the listener is closed.
func (h *Hub) Serve(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go h.attend(conn)
	}
}

// attend answers what one till asks, until it is gone.
func (h *Hub) attend(conn net.Conn) {
	till, err := yamux.Server(conn, nil)
	if err != nil {
		log.Printf("till: %v", err)
		return
	}
	h.set(till, true)
	defer h.set(till, false)
	defer till.Close()
	for {
		stream, err := till.Accept()
		if err != nil {
			return
		}
		go echo(stream)
	}
}

func echo(stream net.Conn) {
	defer stream.Close()
	question := make([]byte, 256)
	for {
		n, err := stream.Read(question)
		if err != nil {
			return
		}
		if _, err := stream.Write(question[:n]); err != nil {
			return
		}
	}
}

func (h *Hub) set(till *yamux.Session, in bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if in {
		h.tills[till] = true
	} else {
		delete(h.tills, till)
	}
}
