package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"salesdeck.app/crm-sync/crm"
	"salesdeck.app/crm-sync/internal/ops"
)

func main() {
	client := crm.New(ops.Upstream(false), 10)
	mux := http.NewServeMux()
	mux.HandleFunc("/changed", func(w http.ResponseWriter, r *http.Request) {
		id := r.FormValue("id")
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			defer cancel()
			if err := client.Push(ctx, id); err != nil {
				log.Print(err)
			}
		}()
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
