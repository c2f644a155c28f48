package main

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/gorilla/websocket"

	"sailing.example/regatta/game"
	"sailing.example/regatta/internal/ops"
)

func main() {
	lobby := game.OpenLobby(12)
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	mux := http.NewServeMux()
	mux.HandleFunc("/rooms/", func(w http.ResponseWriter, r *http.Request) {
		no, err := strconv.Atoi(strings.Split(r.URL.Path, "/")[2])
		if err != nil {
			http.NotFound(w, r)
			return
		}
		conn, err := up.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		game.Play(lobby.Room(no), conn)
	})
	ops.Start(mux)
	ops.Wait()
	lobby.Close()
}
