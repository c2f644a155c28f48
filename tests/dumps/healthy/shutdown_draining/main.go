// Command shutdowndraining restarts its public server while requests of two seconds run to their end.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/northshop/shutdowndraining/internal/ops"
)

func serve() *http.Server {
	public := &http.Server{
		Addr:        os.Getenv("LISTEN_PUBLIC"),
		IdleTimeout: time.Minute,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(2 * time.Second) // an order is booked
			w.WriteHeader(http.StatusCreated)
		}),
	}
	go func() {
		if err := public.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	return public
}

func main() {
	public := serve()
	admin := http.NewServeMux()
	admin.HandleFunc("/deploy", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		if err := public.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	})
	ops.Start(admin)
	ops.Wait()
}
