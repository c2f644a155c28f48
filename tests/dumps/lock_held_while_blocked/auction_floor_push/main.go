package main

import (
	"log"
	"net/http"
	"os"
	"strings"

	"auctions/floor"
	"auctions/internal/ops"

	"github.com/coder/websocket"
)

func main() {
	room := floor.NewRoom(floor.Lots(4000))

	public := http.NewServeMux()
	public.HandleFunc("/floor", func(w http.ResponseWriter, r *http.Request) {
		conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{OriginPatterns: []string{"*.auctions.example"}})
		if err != nil {
			return
		}
		ctx := conn.CloseRead(r.Context())
		leave := room.Join(conn)
		defer leave()
		<-ctx.Done()
	})
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN_PUBLIC"), public)) }()

	internal := http.NewServeMux()
	internal.HandleFunc("/bid/", func(w http.ResponseWriter, r *http.Request) {
		lot := strings.TrimPrefix(r.URL.Path, "/bid/")
		if err := room.Bid(r.Context(), lot, 100); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	internal.HandleFunc("/watchers", func(w http.ResponseWriter, r *http.Request) { room.ServeHTTP(w, r) })
	ops.Start(internal)
	ops.Wait()
}
