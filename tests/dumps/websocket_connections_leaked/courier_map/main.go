// Command couriermap shows customers where their courier is.
package main

import (
	"context"
	"net/http"
	"time"

	"nhooyr.io/websocket"

	"github.com/northshop/couriermap/internal/ops"
)

// follow sends positions to the browser until it leaves.
func follow(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	positions := subscribe(r.URL.Query().Get("order"))
	go func() {
		for position := range positions {
			conn.Write(r.Context(), websocket.MessageText, []byte(position))
		}
	}()
	// BUG: waits for the browser's goodbye without pings or deadline: a phone that lost its network never says it.
	conn.Read(context.Background())
	conn.Close(websocket.StatusNormalClosure, "")
}

// subscribe returns the positions of one courier; here there is one a day.
func subscribe(order string) <-chan string {
	positions := make(chan string, 1)
	time.AfterFunc(24*time.Hour, func() { positions <- order })
	return positions
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", follow)
	ops.Start(mux)
	ops.Wait()
}
