// Package room sends pictures of cameras to their viewers.
package room

import (
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const patience = time.Minute

type viewer struct {
	conn *websocket.Conn
	send chan []byte
	done chan struct{}
}

type Room struct {
	mu      sync.RWMutex
	viewers map[*viewer]struct{}
	up      websocket.Upgrader
}

func New() *Room { return &Room{viewers: map[*viewer]struct{}{}} }

func (r *Room) Broadcast(picture []byte) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for v := range r.viewers {
		select {
		case v.send <- picture:
		default:
		}
	}
}

func (r *Room) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	conn, err := r.up.Upgrade(w, req, nil)
	if err != nil {
		return
	}
	v := &viewer{conn, make(chan []byte, 4), make(chan struct{})}
	r.mu.Lock()
	r.viewers[v] = struct{}{}
	r.mu.Unlock()
	go v.write()
	go r.read(v)
}

func (r *Room) read(v *viewer) {
	defer func() {
		r.mu.Lock()
		delete(r.viewers, v)
		r.mu.Unlock()
		close(v.done)
		v.conn.Close()
	}()
	v.conn.SetReadDeadline(time.Now().Add(patience))
	v.conn.SetPongHandler(func(string) error { return v.conn.SetReadDeadline(time.Now().Add(patience)) })
	for {
		if _, _, err := v.conn.ReadMessage(); err != nil {
			return
		}
	}
}

func (v *viewer) write() {
	ping := time.NewTicker(patience * 9 / 10)
	defer ping.Stop()
	for {
		var err error
		v.conn.SetWriteDeadline(time.Now().Add(5 * time.Second))
		select {
		case p := <-v.send:
			err = v.conn.WriteMessage(websocket.BinaryMessage, p)
		case <-ping.C:
			err = v.conn.WriteMessage(websocket.PingMessage, nil)
		case <-v.done:
			return
		}
		if err != nil {
			v.conn.Close()
			return
		}
	}
}
