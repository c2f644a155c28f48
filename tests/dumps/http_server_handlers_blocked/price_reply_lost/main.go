package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"github.com/nats-io/nats.go"

	"git.grosshandel.example/pricing/rpc"
)

func main() {
	nc, err := nats.Connect(os.Getenv("UPSTREAM_NATS"), nats.Name("pricing-api"))
	if err != nil {
		log.Fatal(err)
	}
	defer nc.Drain()
	// The calculators; this one answers for known articles only.
	if _, err := nc.Subscribe("price.>", func(m *nats.Msg) {
		if m.Subject != "price.unknown" {
			m.Respond([]byte("1299"))
		}
	}); err != nil {
		log.Fatal(err)
	}
	caller := rpc.Caller{Conn: nc}
	http.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		price, err := caller.Call(context.Background(), "price."+r.FormValue("article"), nil)
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		w.Write(price)
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
