package main

import (
	"context"
	"net/http"

	"lobby/internal/ops"
	"lobby/room"
)

func main() {
	dir := room.NewDirectory(context.Background())
	mux := http.NewServeMux()
	mux.HandleFunc("POST /rooms", dir.Open)
	mux.HandleFunc("/play", dir.Play)
	go dir.Matchmake()
	ops.Start(mux)
	ops.Wait()
}
