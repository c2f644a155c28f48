package room

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"
)

type Room struct {
	mu   sync.Mutex
	subs map[chan string]struct{}
}

func New() *Room { return &Room{subs: map[chan string]struct{}{}} }

func (r *Room) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	c, err := websocket.Accept(w, req, &websocket.AcceptOptions{InsecureSkipVerify: true})
	if err != nil {
		return
	}
	defer c.CloseNow()
	err = r.serve(c.CloseRead(req.Context()), c)
	c.Close(websocket.StatusNormalClosure, fmt.Sprint(err))
}

func (r *Room) serve(ctx context.Context, c *websocket.Conn) error {
	sub := make(chan string, 4)
	r.mu.Lock()
	r.subs[sub] = struct{}{}
	r.mu.Unlock()
	defer func() {
		r.mu.Lock()
		delete(r.subs, sub)
		r.mu.Unlock()
	}()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case bid := <-sub:
			wctx, cancel := context.WithTimeout(ctx, 5*time.Second)
			err := c.Write(wctx, websocket.MessageText, []byte(bid))
			cancel()
			if err != nil {
				return err
			}
		}
	}
}

func (r *Room) Ticker(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		if n%90 != 0 {
			continue // bids are rare
		}
		r.mu.Lock()
		for s := range r.subs {
			select {
			case s <- fmt.Sprintf("lot 12: %d EUR", 100+n):
			default:
			}
		}
		r.mu.Unlock()
	}
}
