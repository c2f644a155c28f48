// Command results prints the grades of a delivery.
package main

import (
	"fmt"
	"net/http"
	"strconv"

	"example.org/assay/results/assay"
	"example.org/assay/results/internal/ops"
)

func delivery(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("samples"))
	samples := make([]assay.Sample, n)
	for i := range samples {
		samples[i] = assay.Sample{Mine: r.URL.Query().Get("mine"), No: i % 6}
	}
	if r.URL.Query().Get("unlabelled") != "" {
		samples[n/2].Mine = ""
	}
	grades, bad := assay.Measure(make([]assay.Bench, 3), samples)
	sum := 0.0
	for g := range grades {
		sum += g.Grams
	}
	select {
	case err := <-bad:
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
	default:
		fmt.Fprintf(w, "%.2f\n", sum)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/delivery", delivery)
	ops.Start(mux)
	ops.Wait()
}
