package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"loyalty/api"
	"loyalty/internal/ops"
	"loyalty/store"
)

func main() {
	members, err := store.Connect(os.Getenv("UPSTREAM_POSTGRES"), fmt.Sprint("brand", os.Getpid()))
	if err != nil {
		log.Fatalf("database: %v", err)
	}
	mux := http.NewServeMux()
	api.Mount(mux, members)
	ops.Start(mux)
	ops.Wait()
}
