// Command parcels tells the carriers about new parcels.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/parcels/internal/carriers"
	"github.com/northshop/parcels/internal/ops"
)

func main() {
	bus, err := carriers.Connect(os.Getenv("UPSTREAM_AMQP"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/announce", func(w http.ResponseWriter, r *http.Request) {
		if err := bus.Announce(r.Context(), r.URL.Query().Get("parcel")); err != nil {
			log.Printf("announce: %v", err)
			http.Error(w, "not announced", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
