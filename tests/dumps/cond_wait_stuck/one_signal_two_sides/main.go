package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"

	"northsea.io/telemetry/ring"
)

type sample struct {
	buoy string
	at   time.Time
}

type shipper struct {
	queue *ring.Ring[sample]
	sent  atomic.Int64
}

func (s *shipper) forward() {
	for {
		one := s.queue.Pop()
		if one.at.IsZero() {
			continue
		}
		runtime.Gosched()
		s.sent.Add(1)
	}
}

func (s *shipper) ingest(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < 2000; i++ {
		s.queue.Push(sample{r.FormValue("buoy"), time.Now()})
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	n, _ := strconv.Atoi(os.Getenv("FORWARDERS"))
	s := &shipper{queue: ring.New[sample](1)}
	for i := 0; i < n; i++ {
		go s.forward()
	}
	http.HandleFunc("/ingest", s.ingest)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
