package main

import (
	"net/http"
	"os"
	"time"

	"emobility.example/status/events"
	"emobility.example/status/internal/ops"
)

func main() {
	hub := events.NewHub()
	go hub.Poll(func() []events.Change {
		if _, err := os.Stat("/etc/shop/changes"); err != nil {
			return nil
		}
		return []events.Change{{Station: "1", State: "charging"}}
	}, 15*time.Second)
	mux := http.NewServeMux()
	mux.Handle("/stations/", events.Stream{Hub: hub, KeepAlive: 25 * time.Second})
	ops.Start(mux)
	ops.Wait()
}
