package live

import (
	"time"

	"github.com/gorilla/websocket"
)

type client struct {
	hub  *Hub
	ws   *websocket.Conn
	send chan []byte
}

func (c *client) reader() {
	defer func() {
		c.hub.unregister <- c
		c.ws.Close()
	}()
	c.ws.SetReadLimit(4096)
	for {
		if _, _, err := c.ws.ReadMessage(); err != nil {
			return
		}
	}
}

func (c *client) writer() {
	for b := range c.send {
		c.ws.SetWriteDeadline(time.Now().Add(5 * time.Second))
		if err := c.ws.WriteMessage(websocket.TextMessage, b); err != nil {
			return
		}
	}
}
