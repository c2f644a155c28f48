package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"strconv"

	"gallery.example/desk/desk"
	"gallery.example/desk/internal/ops"
)

func main() {
	d, err := desk.Open(context.Background(), os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/lend", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("picture"))
		if err := d.Lend(context.Background(), n); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
