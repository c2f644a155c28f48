package live

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

type session struct {
	conn *websocket.Conn
	mu   sync.Mutex
	last string
	got  chan struct{}
	once sync.Once
}

func (s *session) pump() {
	for {
		_, msg, err := s.conn.ReadMessage()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.last = string(msg)
		s.mu.Unlock()
		s.once.Do(func() { close(s.got) })
	}
}

// Last returns the most recent price of a market.
func Last(ctx context.Context, url, market string) (string, error) {
	conn, _, err := websocket.DefaultDialer.DialContext(ctx, url, http.Header{"X-Market": {market}})
	if err != nil {
		return "", err
	}
	s := &session{conn: conn, got: make(chan struct{})}
	go s.pump()
	select {
	case <-s.got:
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.last, nil
	case <-ctx.Done():
		return "", fmt.Errorf("market %s: %w", market, ctx.Err())
	}
}
