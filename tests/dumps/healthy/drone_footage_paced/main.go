package main

import (
	"log"
	"net/http"
	"strings"

	"obsthof.example/footage/footage"
	"obsthof.example/footage/internal/ops"
)

type films struct{ reel *footage.Reel }

func (f films) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	if len(parts) != 3 || parts[2] != "footage" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "video/mp2t")
	if err := f.reel.Copy(w, parts[1], 4000); err != nil {
		log.Printf("flight %s: %v", parts[1], err)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/flights/", films{footage.NewReel()})
	ops.Start(mux)
	ops.Wait()
}
