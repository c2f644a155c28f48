package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"canal.example/watches/gates"
	"canal.example/watches/internal/ops"
)

func main() {
	if len(os.Args) > 1 {
		controller()
	}
	b, err := gates.Open(startController())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pass", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, b.Get(r.URL.Query().Get("gate")))
	})
	ops.Start(mux)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	names := make([]string, 14)
	for i := range names {
		names[i] = fmt.Sprintf("G%d", i)
	}
	b.Follow(ctx, names)
}
