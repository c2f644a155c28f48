package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"clinic.example/labels/spool"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	sp := spool.New(3)
	srv := &http.Server{Addr: os.Getenv("LISTEN"), Handler: routes(sp), ReadHeaderTimeout: 5 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Print("stopping: finishing what is open")
	grace, cancel := context.WithTimeout(context.Background(), 25*time.Second)
	defer cancel()
	if err := srv.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return sp.Stop(grace)
}

func routes(sp *spool.Spool) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/labels", func(w http.ResponseWriter, r *http.Request) {
		job, err := sp.Submit(r.FormValue("patient"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusAccepted)
		w.Write([]byte(job.Patient + "\n"))
	})
	return mux
}
