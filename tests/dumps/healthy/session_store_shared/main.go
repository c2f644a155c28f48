// Command sessions keeps the visitors' sessions.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/sessions/internal/ops"
	"github.com/northshop/sessions/internal/session"
)

func main() {
	sessions := session.NewManager(os.Getenv("UPSTREAM_REDIS"))
	mux := http.NewServeMux()
	mux.HandleFunc("/touch", func(w http.ResponseWriter, r *http.Request) {
		if err := sessions.Touch(r.Context(), r.URL.Query().Get("id")); err != nil {
			log.Printf("touch: %v", err)
			http.Error(w, "session lost", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
