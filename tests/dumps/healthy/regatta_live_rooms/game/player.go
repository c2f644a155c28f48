package game

import (
	"time"

	"github.com/gorilla/websocket"
)

type Player struct {
	conn *websocket.Conn
	out  chan []byte
}

// Play returns when the player is gone.
func Play(r *Room, conn *websocket.Conn) {
	p := &Player{conn: conn, out: make(chan []byte, 4)}
	r.join <- p
	go p.write()
	p.read(r)
	r.leave <- p
}

func (p *Player) read(r *Room) {
	p.conn.SetReadLimit(512)
	for {
		var turn float64
		p.conn.SetReadDeadline(time.Now().Add(time.Minute))
		if err := p.conn.ReadJSON(&turn); err != nil {
			return
		}
		r.orders <- order{p, turn}
	}
}

func (p *Player) write() {
	defer p.conn.Close()
	for news := range p.out {
		p.conn.SetWriteDeadline(time.Now().Add(5 * time.Second))
		if err := p.conn.WriteMessage(websocket.TextMessage, news); err != nil {
			return
		}
	}
}
