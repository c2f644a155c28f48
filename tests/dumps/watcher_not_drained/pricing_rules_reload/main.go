package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"pricing/internal/ops"
	"pricing/rules"
)

func main() {
	dir, err := os.MkdirTemp("", "pricing")
	if err != nil {
		log.Fatal(err)
	}
	book := rules.NewBook()
	for _, market := range []string{"dk", "no", "se"} {
		must(os.MkdirAll(filepath.Join(dir, market), 0o755))
		must(book.Follow(market, filepath.Join(dir, market)))
	}
	mux := http.NewServeMux()
	// Merchandising uploads its files here.
	mux.HandleFunc("/upload", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		name := filepath.Join(dir, filepath.Base(q.Get("market")), filepath.Base(q.Get("name"))+".rule")
		if err := os.WriteFile(name, []byte(q.Get("text")), 0o644); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	mux.HandleFunc("/rules", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, book.Len()) })
	ops.Start(mux)
	ops.Wait()
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
