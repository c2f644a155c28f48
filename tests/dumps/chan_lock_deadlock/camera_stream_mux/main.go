// Command cameras shows the pictures of many cameras, which come over one connection.
package main

import (
	"log"
	"net"
	"net/http"

	"torwache.example/cameras/cameras"
	"torwache.example/cameras/internal/ops"
	"torwache.example/cameras/mux"
)

func main() {
	recorder, screen := net.Pipe()
	go cameras.Record(recorder, 8)
	m := mux.New(screen)
	go func() { log.Print(m.Run()) }()
	pages := http.NewServeMux()
	pages.HandleFunc("/camera/", cameras.Watch(m))
	ops.Start(pages)
	ops.Wait()
}
