package main

import (
	"errors"
	"log"
	"net/http"
	"net/http/pprof"
	"os"

	"video.example.org/burner/render"
)

func main() {
	r := render.New(render.WithSlots(50), render.WithTool("/bin/sh", "-c", "head -c 2048 >/dev/null; exit 0"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /burn", func(w http.ResponseWriter, req *http.Request) {
		err := r.Burn(req.Context(), req.FormValue("clip"))
		if errors.Is(err, render.ErrBusy) {
			http.Error(w, "busy", http.StatusTooManyRequests)
			return
		}
		if err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), mux))
}
