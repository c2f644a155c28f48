// Package feed pushes bids over websockets.
//
// The service only writes, so it calls CloseRead, which closes the connection when a browser sends something. Close of
// nhooyr.io/websocket 1.8.11 does not wait for the goroutine that calls it.
package feed

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"

	"nhooyr.io/websocket"
)

// Service answers the browsers.
type Service struct{ bidders int64 }

// Subscribe pushes bids until the browser goes away.
func (s *Service) Subscribe(w http.ResponseWriter, r *http.Request) {
	c, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer c.Close(websocket.StatusNormalClosure, "")
	atomic.AddInt64(&s.bidders, 1)
	defer atomic.AddInt64(&s.bidders, -1)
	ctx := c.CloseRead(r.Context())
	t := time.NewTicker(15 * time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			if err := c.Write(ctx, websocket.MessageText, []byte(`{"lot":7}`)); err != nil {
				return
			}
		}
	}
}

// Browse is a browser; old front ends greet the server first.
func Browse(url string, greet bool) error {
	ctx := context.Background()
	c, _, err := websocket.Dial(ctx, url, nil)
	if err != nil {
		return err
	}
	defer c.Close(websocket.StatusNormalClosure, "")
	if greet {
		if err := c.Write(ctx, websocket.MessageText, []byte(`{"hello":1}`)); err != nil {
			return err
		}
	}
	for {
		if _, _, err := c.Read(ctx); err != nil {
			return err
		}
	}
}
