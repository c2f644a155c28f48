package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"example.org/clinic/appointments/internal/ops"
	"example.org/clinic/appointments/store"
	"example.org/clinic/appointments/web"
)

func main() {
	ctx := context.Background()
	st, err := store.Connect(ctx, os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	web.Routes(mux, st)
	ops.Start(mux)
	ops.Wait()
}
