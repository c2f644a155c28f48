// Command courierbrowsers shows customers where their courier is, with pings that notice who has left.
package main

import (
	"context"
	"net/http"
	"time"

	"nhooyr.io/websocket"

	"github.com/northshop/courierbrowsers/internal/ops"
)

// follow sends positions to the browser until it leaves.
func follow(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close(websocket.StatusNormalClosure, "")
	ctx := conn.CloseRead(context.Background())
	ping := time.NewTicker(20 * time.Minute)
	defer ping.Stop()
	for {
		select {
		case <-ping.C:
			if conn.Ping(ctx) != nil {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// chat answers what the browser says; most say nothing.
func chat(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close(websocket.StatusNormalClosure, "")
	for {
		kind, text, err := conn.Read(r.Context())
		if err != nil || conn.Write(r.Context(), kind, text) != nil {
			return
		}
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", follow)
	mux.HandleFunc("/chat", chat)
	ops.Start(mux)
	ops.Wait()
}
