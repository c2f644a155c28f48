// Command sandboxes runs a customer's page template in a container of its own.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/sandboxes/internal/ops"
	"github.com/northshop/sandboxes/internal/sandbox"
)

func main() {
	host, err := sandbox.Connect("tcp://" + startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/ready", func(w http.ResponseWriter, r *http.Request) {
		if err := host.Ready(r.Context(), r.URL.Query().Get("template")); err != nil {
			log.Printf("ready: %v", err)
			http.Error(w, "not ready", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
