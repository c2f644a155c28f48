// Command auctionfeed tells the current bid of an auction, which the auction house sends by websocket.
package main

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/gorilla/websocket"

	"github.com/northshop/auctionfeed/internal/ops"
)

type bids struct{ url string }

// current opens a feed and returns the first bid.
func (b *bids) current(auction string) (string, error) {
	conn, _, err := websocket.DefaultDialer.Dial(b.url+"?auction="+auction, nil)
	if err != nil {
		return "", err
	}
	first := make(chan string, 1)
	// BUG: the feed is opened for each request and never closed; follow reads for ever.
	go follow(conn, first)
	return <-first, nil
}

// follow keeps the first bid, and drops later ones.
func follow(conn *websocket.Conn, first chan<- string) {
	for {
		_, bid, err := conn.ReadMessage()
		if err != nil {
			return
		}
		select {
		case first <- string(bid):
		default:
		}
	}
}

func main() {
	b := &bids{"ws" + strings.TrimPrefix(ops.Upstream(false), "http") + "/ws"}
	mux := http.NewServeMux()
	mux.HandleFunc("/bid", func(w http.ResponseWriter, r *http.Request) {
		bid, err := b.current(r.URL.Query().Get("auction"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, bid)
	})
	ops.Start(mux)
	ops.Wait()
}
