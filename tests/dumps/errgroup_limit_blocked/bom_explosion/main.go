package main

import (
	"fmt"
	"net/http"

	"example.org/plm/costing/bom"
	"example.org/plm/costing/internal/ops"
)

func main() {
	var catalog bom.Catalog = bom.Machine{Fan: 6, Depth: 3}
	mux := http.NewServeMux()
	mux.HandleFunc("/cost", func(w http.ResponseWriter, r *http.Request) {
		total, err := bom.Cost(r.Context(), catalog, bom.PartNo(r.FormValue("part")), 8)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(w, "%d.%02d\n", total/100, total%100)
	})
	ops.Start(mux)
	ops.Wait()
}
