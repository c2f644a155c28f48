// Command chat relays messages between customers and support.
package main

import (
	"net/http"
	"os"

	"github.com/gorilla/websocket"
	"github.com/northshop/chat-pump/internal/ops"
)

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

type client struct {
	conn *websocket.Conn
	room chan []byte
}

func (c *client) readPump() {
	for {
		_, message, err := c.conn.ReadMessage()
		if err != nil {
			continue // BUG: every later read fails as well
		}
		c.room <- message
	}
}

func main() {
	room := make(chan []byte, 16)
	go func() {
		for range room {
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/chat", func(w http.ResponseWriter, r *http.Request) {
		conn, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		c := &client{conn, room}
		if os.Getenv("INLINE") != "" {
			c.readPump()
		}
		go c.readPump()
	})
	ops.Start(mux)
	ops.Wait()
}
