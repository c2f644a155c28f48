package main

import (
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"time"
)

func main() {
	logger := log.New(os.Stderr, "edge ", log.LstdFlags|log.Lmsgprefix)
	table := newTable(os.Getenv("UPSTREAM_TLS"))
	gw := &gateway{routes: table, logger: logger}

	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.Handle("/t/", gw)

	go table.reload(5 * time.Second)
	logger.Fatal((&http.Server{Addr: os.Getenv("LISTEN"), Handler: recoverer(mux), ReadTimeout: 10 * time.Second}).ListenAndServe())
}

func recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, "internal", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
