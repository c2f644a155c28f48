package main

import (
	"log"
	"net/http"
	"os"
	"sync"

	"tram.example/board/board"
	"tram.example/board/internal/ops"
)

func main() {
	stop := make(chan struct{})
	var once sync.Once
	mux := http.NewServeMux()
	mux.HandleFunc("/admin/drain", func(w http.ResponseWriter, r *http.Request) { once.Do(func() { close(stop) }) })
	ops.Start(mux)
	if err := board.Serve(os.Getenv("LISTEN_PUBLIC"), board.New(), stop); err != nil {
		log.Print(err)
	}
}
