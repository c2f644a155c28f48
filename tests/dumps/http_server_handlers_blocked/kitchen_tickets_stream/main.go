package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"github.com/bistrotech/kds/board"
)

func main() {
	b := board.New()
	go func() {
		for range time.Tick(700 * time.Millisecond) {
			b.Publish("grill", board.Ticket{Table: 4, Dish: "maultaschen"})
		}
	}()
	http.Handle("/stream", board.StreamHandler(b))
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
