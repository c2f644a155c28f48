// Command chat has a chat room for each camp fire of a camp site; the messages come over Redis.
package main

import (
	"net/http"

	"camp.larkfield.example/chat/internal/ops"
	"camp.larkfield.example/chat/internal/rooms"
)

func main() {
	svc := rooms.New(startPeer())
	mux := http.NewServeMux()
	mux.HandleFunc("/room/join", svc.Join)
	mux.HandleFunc("/room/close", svc.Close)
	mux.HandleFunc("/room/leave", svc.Leave)
	ops.Start(mux)
	ops.Wait()
}
