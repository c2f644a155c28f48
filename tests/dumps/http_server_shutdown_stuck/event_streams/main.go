// Command eventstreams pushes order events to the warehouses' screens as server-sent events.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/northshop/eventstreams/internal/ops"
)

type events struct{ source chan string }

func (e *events) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.(http.Flusher).Flush()
	for {
		select {
		case event := <-e.source:
			fmt.Fprintf(w, "data: %s\n\n", event)
			w.(http.Flusher).Flush()
		case <-r.Context().Done():
			return
		}
	}
}

// deploy ends the public server before the new version takes over.
func deploy(public *http.Server) {
	started := time.Now()
	// BUG: Shutdown waits for all handlers, without a limit, and nobody tells the streams to end.
	if err := public.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
	log.Printf("stopped after %s", time.Since(started))
}

func main() {
	public := &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: &events{make(chan string)}}
	go func() {
		if err := public.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	admin := http.NewServeMux()
	admin.HandleFunc("/deploy", func(w http.ResponseWriter, r *http.Request) { deploy(public) })
	ops.Start(admin)
	ops.Wait()
}
