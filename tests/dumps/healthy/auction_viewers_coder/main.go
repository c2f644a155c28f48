package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"auktion.example/viewers/room"
)

func main() {
	r := room.New()
	go r.Ticker(context.Background(), time.Second)
	http.Handle("/watch", r)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
