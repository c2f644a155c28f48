// Command reports renders reports in the background; the back office may change how many at a time.
package main

import (
	"log"
	"net/http"
	"os"
	"strconv"

	"github.com/northshop/reports/internal/ops"
	"github.com/northshop/reports/internal/workers"
)

func main() {
	pool, err := workers.New(os.Getenv("UPSTREAM_REDIS"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/workers", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.URL.Query().Get("n"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if err := pool.Resize(n%4 + 1); err != nil {
			log.Printf("resize: %v", err)
			http.Error(w, "not resized", http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
