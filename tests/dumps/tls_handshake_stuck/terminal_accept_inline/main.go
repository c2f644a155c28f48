package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"github.com/kassenwart/terminald/wire"
)

func main() {
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil)) }()
	srv, err := wire.Listen(os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	for i := 0; i < 2; i++ {
		go srv.Book()
	}
	log.Fatal(srv.Serve())
}
