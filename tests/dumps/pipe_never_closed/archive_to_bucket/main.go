package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"go.aktenwerk.example/export/bucket"
	"go.aktenwerk.example/export/dossier"
)

func main() {
	store := bucket.New(os.Getenv("UPSTREAM"), []string{"archive", "audit"})
	exp := dossier.Exporter{Put: store.Put}
	http.HandleFunc("/export", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		if err := exp.Export(r.Context(), q.Get("case"), q.Get("to")); err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		fmt.Fprintln(w, "exported")
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
