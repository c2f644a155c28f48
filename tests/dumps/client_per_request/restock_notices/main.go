// Command stock takes deliveries and tells the other services what is there again.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/stock/internal/notices"
	"github.com/northshop/stock/internal/ops"
)

type server struct{ out *notices.Sender }

func (s *server) deliver(w http.ResponseWriter, r *http.Request) {
	if err := s.out.Restocked(r.URL.Query().Get("region"), r.URL.Query().Get("sku")); err != nil {
		log.Printf("restocked: %v", err)
		http.Error(w, "not recorded", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	s := &server{notices.NewSender(map[string]string{
		"north": os.Getenv("UPSTREAM_NATS"),
		"west":  "nats://" + os.Getenv("UPSTREAM_SILENT"),
	})}
	mux := http.NewServeMux()
	mux.HandleFunc("/delivery", s.deliver)
	ops.Start(mux)
	ops.Wait()
}
