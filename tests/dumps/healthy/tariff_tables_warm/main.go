package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"customs.example/tariffs/internal/ops"
	"customs.example/tariffs/tables"
)

func main() {
	began := time.Now()
	reg := tables.NewRegistry(&tables.Remote{Base: ops.Upstream(false), Client: http.DefaultClient})
	mux := http.NewServeMux()
	mux.HandleFunc("/readyz", func(w http.ResponseWriter, _ *http.Request) {
		if !reg.IsReady() {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	mux.HandleFunc("/duty", func(w http.ResponseWriter, r *http.Request) {
		if err := reg.WaitReady(r.Context()); err != nil {
			return
		}
		fmt.Fprintln(w, reg.Duty(r.FormValue("code")))
	})
	ops.Start(mux)
	if err := reg.Warm(context.Background(), 6); err != nil {
		log.Fatalf("warm-up: %v", err)
	}
	log.Printf("warm after %s", time.Since(began))
	ops.Wait()
}
