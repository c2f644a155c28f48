// Command mailer queues the shop's mails and sends them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/northshop/mailer/internal/jobs"
	"github.com/northshop/mailer/internal/ops"
)

func main() {
	queue := jobs.Open(os.Getenv("UPSTREAM_REDIS"))
	queue.Start(context.Background(), 8)
	mux := http.NewServeMux()
	mux.HandleFunc("/mail", func(w http.ResponseWriter, r *http.Request) {
		if err := queue.Remember(r.Context(), r.URL.Query().Get("to")); err != nil {
			log.Printf("mail: %v", err)
			http.Error(w, "try again later", http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
