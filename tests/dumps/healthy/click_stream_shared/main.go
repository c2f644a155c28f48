// Command clicks records what the visitors of the shop look at.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/clicks/internal/clicks"
	"github.com/northshop/clicks/internal/ops"
)

func main() {
	stream, err := clicks.Open(startBroker())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/click", func(w http.ResponseWriter, r *http.Request) {
		if err := stream.Record(r.Context(), r.URL.Query().Get("page")); err != nil {
			log.Printf("click: %v", err)
			http.Error(w, "lost", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
