// Command tags prints the tags of a pottery's pieces, shelf by shelf of the kiln.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"pottery.linshaw.example/tags/internal/ops"
	"pottery.linshaw.example/tags/internal/tags"
)

func main() {
	shop := &tags.Shop{Printers: 3}
	mux := http.NewServeMux()
	mux.HandleFunc("/tags", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 50*time.Millisecond)
		defer cancel()
		fmt.Fprintln(w, shop.Print(ctx, r.FormValue("shelf")))
	})
	ops.Start(mux)
	ops.Wait()
}
