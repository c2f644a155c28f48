package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"agrolab.fr/scatter/internal/ops"
	"agrolab.fr/scatter/lab"
)

func main() {
	l := lab.New(5)
	mux := http.NewServeMux()
	mux.HandleFunc("/field", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
		defer cancel()
		fmt.Fprintln(w, l.Field(ctx, r.URL.Query().Get("field")))
	})
	ops.Start(mux)
	ops.Wait()
}
