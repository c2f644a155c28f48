package main

import (
	"log"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"docvault/ingest"
)

func recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Println("panic", v)
				w.WriteHeader(500)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func accessLog(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t := time.Now()
		next.ServeHTTP(w, r)
		log.Println(r.Method, r.URL.Path, time.Since(t))
	})
}

func main() {
	h := &ingest.Handler{Checks: ingest.DefaultChecks()}
	http.Handle("/documents", recoverer(accessLog(h)))
	ln, err := net.Listen("tcp", os.Getenv("LISTEN"))
	if err != nil {
		log.Fatal(err)
	}
	janitor := ingest.StartJanitor(os.TempDir())
	defer janitor.Stop()
	log.Fatal(http.Serve(ln, nil))
}
