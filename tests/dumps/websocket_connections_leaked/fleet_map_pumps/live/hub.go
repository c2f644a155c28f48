package live

import (
	"log"
	"net/http"

	"github.com/gorilla/websocket"
)

type Hub struct {
	clients    map[*client]bool
	broadcast  chan []byte
	register   chan *client
	unregister chan *client
}

func NewHub() *Hub {
	return &Hub{clients: map[*client]bool{}, broadcast: make(chan []byte, 16), register: make(chan *client), unregister: make(chan *client)}
}

func (h *Hub) Broadcast(b []byte) { h.broadcast <- b }

func (h *Hub) Run() {
	for {
		select {
		case c := <-h.register:
			h.clients[c] = true
		case c := <-h.unregister:
			delete(h.clients, c) // BUG: send is not closed, so the client's writer waits for ever
		case b := <-h.broadcast:
			for c := range h.clients {
				select {
				case c.send <- b:
				default:
					delete(h.clients, c)
				}
			}
		}
	}
}

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

func (h *Hub) Upgrade(w http.ResponseWriter, r *http.Request) {
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Print(err)
		return
	}
	c := &client{hub: h, ws: ws, send: make(chan []byte, 32)}
	h.register <- c
	go c.writer()
	go c.reader()
}
