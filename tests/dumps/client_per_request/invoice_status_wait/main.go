package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	amqp "github.com/rabbitmq/amqp091-go"

	"github.com/rechnungswerk/status/bus"
)

func main() {
	conn, err := amqp.Dial(os.Getenv("UPSTREAM_AMQP"))
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	b, err := bus.Open(conn, "invoices")
	if err != nil {
		log.Fatal(err)
	}
	go b.Heartbeat()
	http.HandleFunc("/status", func(w http.ResponseWriter, r *http.Request) {
		s, err := b.Await(r.Context(), r.URL.Query().Get("invoice"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		w.Write([]byte(s))
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
