package main

import (
	"net/http"
	"os"

	"ferry.example/boarding/boarding"
	"ferry.example/boarding/internal/ops"
	"github.com/rs/zerolog"
)

func main() {
	log := zerolog.New(os.Stdout).With().Timestamp().Str("svc", "boarding").Logger()
	gate := boarding.NewGate(log)
	mux := http.NewServeMux()
	mux.Handle("/board", boarding.AccessLog(log, http.HandlerFunc(gate.Board)))
	mux.Handle("/seats", boarding.AccessLog(log, http.HandlerFunc(gate.Seats)))
	ops.Start(mux)
	ops.Wait()
}
