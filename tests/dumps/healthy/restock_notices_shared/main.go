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
	if err := s.out.Restocked(r.URL.Query().Get("sku")); err != nil {
		log.Printf("restocked: %v", err)
		http.Error(w, "not recorded", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	out, err := notices.NewSender(os.Getenv("UPSTREAM_NATS"))
	if err != nil {
		log.Fatal(err)
	}
	s := &server{out}
	mux := http.NewServeMux()
	mux.HandleFunc("/delivery", s.deliver)
	ops.Start(mux)
	ops.Wait()
}
