// Command chathub connects the support staff: a hub, and for each browser a reader and a writer with pings.
package main

import (
	"net/http"
	"time"

	"github.com/gorilla/websocket"

	"github.com/northshop/chathub/internal/ops"
)

const pongWait = 60 * time.Second

type client struct {
	conn *websocket.Conn
	send chan []byte
}

type hub struct {
	join, leave chan *client
	broadcast   chan []byte
}

func (h *hub) run() {
	clients := map[*client]bool{}
	for {
		select {
		case c := <-h.join:
			clients[c] = true
		case c := <-h.leave:
			if clients[c] {
				delete(clients, c)
				close(c.send)
			}
		case message := <-h.broadcast:
			for c := range clients {
				select {
				case c.send <- message:
				default:
				}
			}
		}
	}
}

func (h *hub) readPump(c *client) {
	defer func() {
		h.leave <- c
		c.conn.Close()
	}()
	c.conn.SetReadDeadline(time.Now().Add(pongWait))
	c.conn.SetPongHandler(func(string) error { return c.conn.SetReadDeadline(time.Now().Add(pongWait)) })
	for {
		_, message, err := c.conn.ReadMessage()
		if err != nil {
			return
		}
		h.broadcast <- message
	}
}

func writePump(c *client) {
	ping := time.NewTicker(pongWait * 9 / 10)
	defer ping.Stop()
	for {
		select {
		case message, ok := <-c.send:
			if !ok || c.conn.WriteMessage(websocket.TextMessage, message) != nil {
				return
			}
		case <-ping.C:
			if c.conn.WriteMessage(websocket.PingMessage, nil) != nil {
				return
			}
		}
	}
}

func main() {
	h := &hub{make(chan *client), make(chan *client), make(chan []byte)}
	go h.run()
	var upgrader websocket.Upgrader
	mux := http.NewServeMux()
	mux.HandleFunc("/chat", func(w http.ResponseWriter, r *http.Request) {
		conn, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		c := &client{conn, make(chan []byte, 16)}
		h.join <- c
		go writePump(c)
		go h.readPump(c)
	})
	ops.Start(mux)
	ops.Wait()
}
