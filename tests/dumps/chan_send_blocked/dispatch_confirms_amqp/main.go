package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"

	"dispatch/dispatch"
	"dispatch/internal/ops"
)

func main() {
	outbox, err := dispatch.Dial(os.Getenv("UPSTREAM_AMQP"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/dispatch", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if err := outbox.Send(r.Context(), r.URL.Query().Get("driver"), body); err != nil {
			log.Print(err)
			w.WriteHeader(http.StatusBadGateway)
		}
	})
	mux.HandleFunc("/depth", func(w http.ResponseWriter, _ *http.Request) {
		n, err := outbox.Depth()
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
