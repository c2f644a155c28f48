package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"ofenfrisch/orders/internal/ops"
	"ofenfrisch/orders/oven"
)

func main() {
	q := oven.NewQueue(6, 1500*time.Millisecond)
	shop := &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), ReadHeaderTimeout: 5 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q.Put(r.FormValue("what"))
		time.Sleep(4 * time.Second) // the till prints
		fmt.Fprintln(w, "thanks")
	})}
	go func() {
		if err := shop.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quit := make(chan struct{})
	admin := http.NewServeMux()
	admin.HandleFunc("/quit", func(w http.ResponseWriter, r *http.Request) { close(quit) })
	ops.Start(admin)
	<-quit

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := shop.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	if err := q.Drain(ctx); err != nil {
		log.Print(err)
	}
}
