// Command manifests sorts the lists of lorries by loading order.
package main

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"fracht.example/manifests/extsort"
	"fracht.example/manifests/internal/ops"
)

func list(lorry string, n int) []string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf("%05d;%s", (i*7919)%n, lorry)
	}
	return lines
}

func main() {
	sorter := extsort.New(5, 10*time.Second, "sh", "-c", "sort -t';' -k1,1n; sleep 0.4")
	mux := http.NewServeMux()
	mux.HandleFunc("/manifest", func(w http.ResponseWriter, r *http.Request) {
		sorted, err := sorter.Lines(r.Context(), list(r.URL.Query().Get("lorry"), 400))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Write([]byte(strings.Join(sorted, "\n")))
	})
	ops.Start(mux)
	ops.Wait()
}
