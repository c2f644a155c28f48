package main

import (
	"net/http"
	"os"

	"courier/tracking/internal/ops"
	"courier/tracking/notify"
)

type server struct {
	notify.Notifier
}

func (s server) scan(w http.ResponseWriter, r *http.Request) {
	if err := s.Notify("parcel.scanned", []byte(r.URL.RawQuery)); err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	w.WriteHeader(204)
}

func main() {
	s := server{notify.ViaBus(os.Getenv("UPSTREAM_NATS"))}
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", s.scan)
	ops.Start(mux)
	ops.Wait()
}
