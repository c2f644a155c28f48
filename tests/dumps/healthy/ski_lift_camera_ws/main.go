package main

import (
	"net/http"
	"time"

	"skilift.example/cameras/internal/ops"
	"skilift.example/cameras/room"
)

func main() {
	r := room.New()
	go func() {
		for range time.NewTicker(500 * time.Millisecond).C {
			r.Broadcast([]byte("picture"))
		}
	}()
	mux := http.NewServeMux()
	mux.Handle("/camera/", r)
	ops.Start(mux)
	ops.Wait()
}
