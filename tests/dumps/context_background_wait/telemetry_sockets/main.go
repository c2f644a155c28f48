package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"

	"trackwise/telemetry/gateway"
	"trackwise/telemetry/internal/ops"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	g := gateway.New(ctx)
	go g.Serve(l)
	mux := http.NewServeMux()
	mux.HandleFunc("/kick", func(w http.ResponseWriter, r *http.Request) { g.Kick(r.FormValue("id")) })
	ops.Start(mux)
	ops.Wait()
}
