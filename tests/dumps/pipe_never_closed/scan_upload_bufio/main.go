// Command scans moves pictures of the scanners to the archive.
package main

import (
	"fmt"
	"net/http"
	"strings"

	"radiologie.example/scans/bucket"
	"radiologie.example/scans/internal/ops"
	"radiologie.example/scans/scans"
)

func main() {
	archive := bucket.New(ops.Upstream(false))
	shelf := scans.NewShelf(6 << 20)
	mux := http.NewServeMux()
	mux.HandleFunc("/archive/", func(w http.ResponseWriter, r *http.Request) {
		id := strings.TrimPrefix(r.URL.Path, "/archive/")
		status, err := archive.Put(r.Context(), id, shelf.Open(id))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, status)
	})
	ops.Start(mux)
	ops.Wait()
}
