package main

import (
	"net/http"

	"archive.example/films/internal/ops"
	"archive.example/films/internal/scan"
)

func main() {
	store := scan.NewStore()
	mux := http.NewServeMux()
	mux.HandleFunc("/frame", func(w http.ResponseWriter, r *http.Request) {
		f := store.Map(r.FormValue("reel"))
		w.Write(f.Header())
	})
	ops.Start(mux)
	ops.Wait()
}
