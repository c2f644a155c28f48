// Command live shows the positions of ships to browsers.
package main

import (
	"net/http"
	"time"

	"lotsen.example/live/internal/ops"
	"lotsen.example/live/live"
)

func main() {
	hub := live.NewHub()
	go hub.Run(5 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/live", hub.Serve)
	mux.HandleFunc("/viewers", hub.Viewers)
	ops.Start(mux)
	ops.Wait()
}
