// Package ops is what every program of the fixtures has besides its bug: a server with health check
// and pprof, a metrics loop, a config watcher and a main that waits for a signal. It is copied
// into each program as internal/ops, and it stays within Go 1.12 so that old releases build it.
package ops

import (
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"os/signal"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"
)

var bootTime = time.Now()
var requests int64

// Start serves mux with the health check and the debug endpoints added and starts the loops around it.
func Start(mux *http.ServeMux) {
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	srv := &http.Server{Addr: os.Getenv("LISTEN"), Handler: counted(mux)}
	if os.Getenv("SERVER_TIMEOUTS") != "" {
		srv.ReadHeaderTimeout, srv.IdleTimeout = 5*time.Second, time.Minute
	}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	go reportMetrics(30 * time.Second)
	go watchConfig(time.NewTicker(10*time.Second), make(chan struct{}))
}

// Wait returns when the process is asked to stop.
func Wait() {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGINT, syscall.SIGTERM)
	log.Printf("stopping: %v", <-sig)
}

// Count is the size that the capture asks for.
func Count(def int) int {
	if n, err := strconv.Atoi(os.Getenv("COUNT")); err == nil {
		return n
	}
	return def
}

// Upstream is the base address of the other service, plain or with TLS.
func Upstream(tls bool) string {
	if tls {
		return os.Getenv("UPSTREAM_TLS")
	}
	return os.Getenv("UPSTREAM")
}

func counted(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		atomic.AddInt64(&requests, 1)
		h.ServeHTTP(w, r)
	})
}

func reportMetrics(every time.Duration) {
	for range time.NewTicker(every).C {
		log.Printf("up %s, %d requests", time.Since(bootTime).Round(time.Second), atomic.LoadInt64(&requests))
	}
}

func watchConfig(t *time.Ticker, done chan struct{}) {
	for {
		select {
		case <-t.C:
			if _, err := os.Stat("/etc/shop/config.json"); err == nil {
				log.Print("configuration changed")
			}
		case <-done:
			return
		}
	}
}
