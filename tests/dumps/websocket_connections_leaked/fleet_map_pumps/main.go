package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"github.com/flotte/livemap/live"
)

func main() {
	hub := live.NewHub()
	go hub.Run()
	go simulate(hub)
	http.HandleFunc("/live", hub.Upgrade)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}

func simulate(h *live.Hub) {
	for t := range time.Tick(2 * time.Second) {
		h.Broadcast([]byte(t.Format(time.RFC3339)))
	}
}
