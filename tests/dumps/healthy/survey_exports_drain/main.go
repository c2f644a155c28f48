// Command exports writes long tables of what was surveyed.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"landsurvey.example/exports/export"
	"landsurvey.example/exports/internal/ops"
	"landsurvey.example/exports/server"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/points", export.Points)
	mux.HandleFunc("/register", export.Register)
	s := server.New(os.Getenv("LISTEN_PUBLIC"), mux, 5*time.Minute)
	s.Start()

	sig := make(chan os.Signal, 2)
	signal.Notify(sig, syscall.SIGTERM)
	admin := http.NewServeMux()
	admin.HandleFunc("/quit", func(w http.ResponseWriter, r *http.Request) {
		syscall.Kill(os.Getpid(), syscall.SIGTERM)
	})
	ops.Start(admin)
	<-sig
	log.Print("draining")
	if err := s.Stop(); err != nil {
		log.Print(err)
	}
	log.Print("drained")
	<-sig // the supervisor asks again after it took the last metrics
}
