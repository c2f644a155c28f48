package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"dinnerbell/orders/app"
	"dinnerbell/orders/internal/ops"
)

func main() {
	a := app.New(os.Getenv("LISTEN_PUBLIC"))
	term := make(chan struct{}, 1)
	admin := http.NewServeMux()
	admin.HandleFunc("/terminate", func(w http.ResponseWriter, r *http.Request) { term <- struct{}{} })
	ops.Start(admin)
	go func() {
		if err := a.Serve(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-term
	ctx, cancel := context.WithTimeout(context.Background(), 25*time.Second)
	defer cancel()
	if err := a.Drain(ctx); err != nil {
		log.Fatal(err)
	}
}
