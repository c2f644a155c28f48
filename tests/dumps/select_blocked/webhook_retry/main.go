package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"hooks/internal/ops"
	"hooks/retry"
)

type dispatcher struct{ client *http.Client }

func (d *dispatcher) deliver(url string) error {
	if url == "" {
		return nil
	}
	return errors.New("410 gone")
}

func main() {
	d := &dispatcher{client: &http.Client{Timeout: 3 * time.Second}}
	mux := http.NewServeMux()
	mux.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		target := r.URL.Query().Get("to")
		go retry.Do(context.Background(), retry.Every(30*time.Second), func() error { return d.deliver(target) })
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
