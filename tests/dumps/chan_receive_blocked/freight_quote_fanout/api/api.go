package api

import (
	"encoding/json"
	"log"
	"net/http"
	"time"

	"tessaline.io/freight/carriers"
	"tessaline.io/freight/gather"
)

type Server struct {
	Sources []gather.Source[carriers.Shipment, carriers.Quote]
	Quota   gather.Budget
}

func (s *Server) Routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/quotes", timed(http.HandlerFunc(s.quotes)))
	return mux
}

func timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		defer func() {
			if d := time.Since(begin); d > time.Second {
				log.Printf("slow: %s %s", r.URL.Path, d)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func (s *Server) quotes(w http.ResponseWriter, r *http.Request) {
	best, n := s.cheapest(r, carriers.Shipment{From: "HAM", To: "TRS", Kilos: 120})
	json.NewEncoder(w).Encode(map[string]any{"best": best, "asked": n})
}

func (s *Server) cheapest(r *http.Request, shipment carriers.Shipment) (best carriers.Quote, n int) {
	for a := range gather.All(r.Context(), shipment, s.Quota, s.Sources...) {
		n++
		if a.Err == nil && (best.Cents == 0 || a.Value.Cents < best.Cents) {
			best = a.Value
		}
	}
	return best, n
}
