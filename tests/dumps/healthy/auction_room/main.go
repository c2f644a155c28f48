package main

import (
	"net/http"

	"gavel/rooms/internal/ops"
	"gavel/rooms/room"
)

func main() {
	r := room.New()
	go r.Loop()
	go r.Clock()
	mux := http.NewServeMux()
	mux.Handle("/ws", r)
	ops.Start(mux)
	ops.Wait()
}
