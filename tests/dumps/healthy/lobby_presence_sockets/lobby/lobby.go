package lobby

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// Lobby is where players wait for a game.
type Lobby struct {
	mu      sync.Mutex
	players map[*websocket.Conn]struct{}
}

func New() *Lobby { return &Lobby{players: map[*websocket.Conn]struct{}{}} }

// ServeHTTP keeps a player until it leaves.
func (l *Lobby) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer conn.CloseNow()
	gone := conn.CloseRead(r.Context())
	l.mu.Lock()
	l.players[conn] = struct{}{}
	l.mu.Unlock()
	<-gone.Done()
	l.mu.Lock()
	delete(l.players, conn)
	l.mu.Unlock()
}

// Announce tells all players; who does not take it in two seconds leaves.
func (l *Lobby) Announce(text string) {
	l.mu.Lock()
	players := make([]*websocket.Conn, 0, len(l.players))
	for p := range l.players {
		players = append(players, p)
	}
	l.mu.Unlock()
	for _, p := range players {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		if p.Write(ctx, websocket.MessageText, []byte(text)) != nil {
			p.CloseNow()
		}
		cancel()
	}
}
