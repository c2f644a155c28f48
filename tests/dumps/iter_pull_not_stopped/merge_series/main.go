package main

import (
	"fmt"
	"net/http"

	"tsdb/internal/ops"
	"tsdb/series"
)

func main() {
	blocks := []series.Block{series.Synthetic(0, 3), series.Synthetic(1, 3), series.Synthetic(2, 3)}
	mux := http.NewServeMux()
	mux.HandleFunc("/latest", func(w http.ResponseWriter, r *http.Request) {
		for p := range series.Merge(blocks...) {
			fmt.Fprintln(w, p.T, p.V)
			break
		}
	})
	ops.Start(mux)
	ops.Wait()
}
