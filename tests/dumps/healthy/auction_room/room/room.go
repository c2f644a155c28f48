package room

import (
	"net/http"
	"time"

	"github.com/gorilla/websocket"
)

const (
	pongWait   = 70 * time.Minute
	pingPeriod = 30 * time.Second
	writeWait  = 5 * time.Second
)

type bidder struct {
	room *Room
	ws   *websocket.Conn
	out  chan []byte
}

// Room is an auction.
type Room struct {
	join, leave chan *bidder
	bids        chan []byte
	members     map[*bidder]bool
	up          websocket.Upgrader
}

// New opens one.
func New() *Room {
	return &Room{join: make(chan *bidder), leave: make(chan *bidder), bids: make(chan []byte, 16), members: map[*bidder]bool{},
		up: websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}}
}

// Loop owns the members.
func (r *Room) Loop() {
	for {
		select {
		case b := <-r.join:
			r.members[b] = true
		case b := <-r.leave:
			if r.members[b] {
				delete(r.members, b)
				close(b.out)
			}
		case m := <-r.bids:
			for b := range r.members {
				select {
				case b.out <- m:
				default:
					delete(r.members, b)
					close(b.out)
				}
			}
		}
	}
}

// Clock sends the time left.
func (r *Room) Clock() {
	for t := range time.NewTicker(5 * time.Second).C {
		r.bids <- []byte(t.Format(time.RFC3339))
	}
}

func (r *Room) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	ws, err := r.up.Upgrade(w, q, nil)
	if err != nil {
		return
	}
	b := &bidder{r, ws, make(chan []byte, 32)}
	r.join <- b
	go b.write()
	b.read()
}

func (b *bidder) read() {
	defer func() { b.room.leave <- b; b.ws.Close() }()
	b.ws.SetReadLimit(512)
	b.ws.SetReadDeadline(time.Now().Add(pongWait))
	b.ws.SetPongHandler(func(string) error { return b.ws.SetReadDeadline(time.Now().Add(pongWait)) })
	for {
		_, m, err := b.ws.ReadMessage()
		if err != nil {
			return
		}
		b.room.bids <- m
	}
}

func (b *bidder) write() {
	t := time.NewTicker(pingPeriod)
	defer func() { t.Stop(); b.ws.Close() }()
	for {
		select {
		case m, ok := <-b.out:
			b.ws.SetWriteDeadline(time.Now().Add(writeWait))
			if !ok {
				b.ws.WriteMessage(websocket.CloseMessage, nil)
				return
			}
			if err := b.ws.WriteMessage(websocket.TextMessage, m); err != nil {
				return
			}
		case <-t.C:
			b.ws.SetWriteDeadline(time.Now().Add(writeWait))
			if err := b.ws.WriteMessage(websocket.PingMessage, nil); err != nil {
				return
			}
		}
	}
}
