package live

import (
	"log"
	"net/http"
	"time"

	"github.com/gorilla/websocket"
)

var upgrader = websocket.Upgrader{ReadBufferSize: 1 << 10, WriteBufferSize: 4 << 10, CheckOrigin: func(*http.Request) bool { return true }}

type viewer struct {
	hub    *Hub
	socket *websocket.Conn
	send   chan []byte
}

// Serve makes a viewer of a request.
func (h *Hub) Serve(w http.ResponseWriter, r *http.Request) {
	socket, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Print(err)
		return
	}
	v := &viewer{hub: h, socket: socket, send: make(chan []byte, 16)}
	h.join(v)
	go v.write()
	go v.read()
}

// read takes what browsers send, which is nothing but answers to pings.
func (v *viewer) read() {
	defer v.hub.leave(v)
	v.socket.SetReadLimit(512)
	for {
		if _, _, err := v.socket.ReadMessage(); err != nil {
			return
		}
	}
}

func (v *viewer) write() {
	defer v.socket.Close()
	for message := range v.send {
		v.socket.SetWriteDeadline(time.Now().Add(5 * time.Second))
		if err := v.socket.WriteMessage(websocket.TextMessage, message); err != nil {
			return
		}
	}
}
