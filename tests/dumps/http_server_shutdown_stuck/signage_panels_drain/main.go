package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"signage.example/panels/internal/ops"
	"signage.example/panels/panels"
)

type station struct {
	public *http.Server
}

func (s *station) drain(w http.ResponseWriter, r *http.Request) {
	log.Print("draining the panels")
	if err := s.public.Shutdown(context.Background()); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	s := &station{public: &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: panels.NewHub()}}
	go func() {
		if err := s.public.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/admin/drain", s.drain)
	ops.Start(mux)
	ops.Wait()
}
