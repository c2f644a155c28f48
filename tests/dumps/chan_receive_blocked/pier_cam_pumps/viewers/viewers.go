// Package viewers sends frames of the cameras to browsers.
package viewers

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

type viewer struct {
	id     int
	socket *websocket.Conn
	frames chan []byte
}

func (v *viewer) writePump() {
	defer v.socket.Close()
	for frame := range v.frames {
		v.socket.SetWriteDeadline(time.Now().Add(5 * time.Second))
		if err := v.socket.WriteMessage(websocket.BinaryMessage, frame); err != nil {
			return
		}
	}
}

func (v *viewer) readPump(h *Hub) {
	defer h.leave(v)
	for {
		if _, _, err := v.socket.ReadMessage(); err != nil {
			return
		}
	}
}

type Hub struct {
	mu      sync.Mutex
	next    int
	viewers map[int]*viewer
}

func NewHub() *Hub {
	h := &Hub{viewers: map[int]*viewer{}}
	go h.film()
	return h
}

func (h *Hub) leave(v *viewer) {
	h.mu.Lock()
	delete(h.viewers, v.id)
	h.mu.Unlock()
	v.socket.Close()
}

func (h *Hub) film() {
	for n := 0; ; n++ {
		time.Sleep(300 * time.Millisecond)
		h.mu.Lock()
		for _, v := range h.viewers {
			select {
			case v.frames <- []byte(fmt.Sprintf("frame %d", n)):
			default:
			}
		}
		h.mu.Unlock()
	}
}

func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	socket, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	h.mu.Lock()
	h.next++
	v := &viewer{id: h.next, socket: socket, frames: make(chan []byte, 8)}
	h.viewers[v.id] = v
	h.mu.Unlock()
	go v.writePump()
	v.readPump(h)
}
