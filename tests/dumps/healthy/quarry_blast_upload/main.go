package main

import (
	"log"
	"net/http"
	"os"

	"quarry.example/blast/intake"
	"quarry.example/blast/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/traces", intake.New(os.TempDir()))
	srv := &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: mux}
	ops.Start(http.NewServeMux())
	log.Fatal(srv.ListenAndServe())
}
