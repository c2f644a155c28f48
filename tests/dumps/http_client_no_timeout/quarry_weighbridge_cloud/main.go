package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"steinbruch.example/weighbridge/cloud"
	"steinbruch.example/weighbridge/internal/ops"
)

type scale struct {
	uplink *cloud.Uplink
	tare   map[string]int
}

func (s *scale) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	truck := r.FormValue("truck")
	weighing := cloud.Weighing{Truck: truck, Gross: 38400, Tare: s.tare[truck], Weighed: time.Now()}
	// The driver must not wait for the accounting.
	go s.record(weighing)
	w.WriteHeader(http.StatusAccepted)
}

func (s *scale) record(w cloud.Weighing) {
	if err := s.uplink.Push(w); err != nil {
		log.Printf("weighing of %s: %v", w.Truck, err)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/weigh", &scale{uplink: &cloud.Uplink{Endpoint: "http://" + os.Getenv("UPSTREAM_SILENT"), Token: "t"}})
	ops.Start(mux)
	ops.Wait()
}
