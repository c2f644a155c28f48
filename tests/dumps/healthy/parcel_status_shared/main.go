// Command parcels shows where parcels are.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/parcels/internal/ops"
	"github.com/northshop/parcels/internal/status"
)

func main() {
	board := status.New(startHub())
	mux := http.NewServeMux()
	mux.HandleFunc("/status", func(w http.ResponseWriter, r *http.Request) {
		if err := board.Follow(r.Context(), r.URL.Query().Get("parcel")); err != nil {
			log.Printf("status: %v", err)
			http.Error(w, "the hub does not answer", http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	ops.Start(mux)
	ops.Wait()
}
