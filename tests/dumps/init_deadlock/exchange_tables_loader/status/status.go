// Package status serves probes from the moment that the process starts; start-up can take long.
package status

import (
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"
)

var loaded int64

func init() {
	l, err := net.Listen("tcp", os.Getenv("LISTEN"))
	if err != nil {
		l, _ = net.Listen("tcp", "127.0.0.1:0")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/ready", func(w http.ResponseWriter, r *http.Request) {
		if atomic.LoadInt64(&loaded) == 0 {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	go http.Serve(l, mux)
	go heartbeat(time.NewTicker(time.Second))
}

func heartbeat(t *time.Ticker) {
	for range t.C {
		atomic.AddInt64(&loaded, 0)
	}
}

func Loaded() { atomic.StoreInt64(&loaded, 1) }
