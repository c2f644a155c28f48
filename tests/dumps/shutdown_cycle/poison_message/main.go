package main

import (
	"errors"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"

	"mailroom.example/ingestd/bus"
)

var errPoison = errors.New("unreadable message")

type daemon struct {
	consumer *bus.Consumer
	exit     chan struct{}
}

func (d *daemon) fail(err error) {
	log.Print("fatal: ", err)
	d.consumer.Stop()
	close(d.exit)
}

func store(msg string) error {
	if strings.HasPrefix(msg, "\x00") {
		return errPoison
	}
	return nil
}

func main() {
	d := &daemon{exit: make(chan struct{})}
	d.consumer = bus.Consume(4, store)
	d.consumer.OnError = d.fail
	http.HandleFunc("/in", func(w http.ResponseWriter, r *http.Request) {
		if !d.consumer.Submit(r.FormValue("m")) {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil)) }()
	<-d.exit
}
