// Command statsdlock measures how long pages take, and sends the histograms to the metrics server.
package main

import (
	"net/http"

	"github.com/northshop/statsdlock/internal/metrics"
	"github.com/northshop/statsdlock/internal/ops"
)

func main() {
	m := metrics.Dial()
	mux := http.NewServeMux()
	mux.HandleFunc("/timings", func(w http.ResponseWriter, r *http.Request) {
		m.Histogram("page.timing", make([]int, 20_000))
		w.WriteHeader(http.StatusNoContent)
	})
	ops.Start(mux)
	ops.Wait()
}
