package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"steinbruch.example/weighbridge/cloud"
	"steinbruch.example/weighbridge/internal/ops"
)

// scale weighs one truck after the other and sends in the background, sixteen at most.
type scale struct {
	uplink *cloud.Uplink
	slots  chan struct{}
	tare   map[string]int
}

func (s *scale) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	time.Sleep(300 * time.Millisecond) // the platform comes to rest
	truck := r.FormValue("truck")
	weighing := cloud.Weighing{Truck: truck, Gross: 38400, Tare: s.tare[truck], Weighed: time.Now()}
	select {
	case s.slots <- struct{}{}:
		go s.record(weighing)
		w.WriteHeader(http.StatusAccepted)
	default:
		http.Error(w, "the line to the office is busy", http.StatusServiceUnavailable)
	}
}

func (s *scale) record(w cloud.Weighing) {
	defer func() { <-s.slots }()
	if err := s.uplink.Push(context.Background(), w); err != nil {
		log.Printf("weighing of %s: %v", w.Truck, err)
	}
}

func main() {
	mux := http.NewServeMux()
	uplink := &cloud.Uplink{Endpoint: "http://" + os.Getenv("UPSTREAM_SILENT"), Token: "t", Patience: 8 * time.Second}
	mux.Handle("/weigh", &scale{uplink: uplink, slots: make(chan struct{}, 16)})
	ops.Start(mux)
	ops.Wait()
}
