// Package feed sends quotes to viewers.
package feed

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/gorilla/websocket"
)

const (
	pongWait   = 60 * time.Second
	pingPeriod = 25 * time.Second
	writeWait  = 5 * time.Second
)

// Hub knows all viewers.
type Hub struct {
	join, leave chan *viewer
	quotes      chan []byte
	viewers     map[*viewer]struct{}
	upgrade     websocket.Upgrader
}

type viewer struct {
	conn *websocket.Conn
	out  chan []byte
}

// NewHub returns a hub that Run serves.
func NewHub() *Hub {
	return &Hub{
		join: make(chan *viewer), leave: make(chan *viewer), quotes: make(chan []byte),
		viewers: make(map[*viewer]struct{}),
	}
}

// Run is the hub's loop. The market is closed: there are no quotes, only the state each five minutes.
func (h *Hub) Run() {
	state := time.NewTicker(5 * time.Minute)
	for {
		select {
		case v := <-h.join:
			h.viewers[v] = struct{}{}
		case v := <-h.leave:
			if _, ok := h.viewers[v]; ok {
				delete(h.viewers, v)
				close(v.out)
			}
		case q := <-h.quotes:
			h.send(q)
		case <-state.C:
			text, _ := json.Marshal(map[string]any{"market": "closed", "viewers": len(h.viewers)})
			h.send(text)
		}
	}
}

func (h *Hub) send(q []byte) {
	for v := range h.viewers {
		select {
		case v.out <- q:
		default:
			delete(h.viewers, v)
			close(v.out)
		}
	}
}

// Serve upgrades.
func (h *Hub) Serve(w http.ResponseWriter, r *http.Request) {
	conn, err := h.upgrade.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	v := &viewer{conn: conn, out: make(chan []byte, 64)}
	h.join <- v
	go v.writePump()
	go v.readPump(h)
}

func (v *viewer) readPump(h *Hub) {
	defer func() { h.leave <- v; v.conn.Close() }()
	v.conn.SetReadLimit(512)
	v.conn.SetReadDeadline(time.Now().Add(pongWait))
	v.conn.SetPongHandler(func(string) error { return v.conn.SetReadDeadline(time.Now().Add(pongWait)) })
	for {
		if _, _, err := v.conn.ReadMessage(); err != nil {
			return
		}
	}
}

func (v *viewer) writePump() {
	ping := time.NewTicker(pingPeriod)
	defer func() { ping.Stop(); v.conn.Close() }()
	for {
		select {
		case q, ok := <-v.out:
			v.conn.SetWriteDeadline(time.Now().Add(writeWait))
			if !ok {
				v.conn.WriteMessage(websocket.CloseMessage, nil)
				return
			}
			if err := v.conn.WriteMessage(websocket.TextMessage, q); err != nil {
				return
			}
		case <-ping.C:
			v.conn.SetWriteDeadline(time.Now().Add(writeWait))
			if err := v.conn.WriteMessage(websocket.PingMessage, nil); err != nil {
				return
			}
		}
	}
}
