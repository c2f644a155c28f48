package main

import (
	"net/http"
	"strconv"

	"parcelo.net/labels/internal/ops"
	"parcelo.net/labels/render"
)

// The renderer writes one warning per missing glyph.
const script = `case "$0" in jp*) i=0; while [ $i -lt 4000 ]; do echo "warning: glyph $i missing in face" >&2; i=$((i+1)); done;; esac; echo "^XA^FD$0^XZ"`

func main() {
	engine := render.New("sh", "-c", script)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /labels/{id}", func(w http.ResponseWriter, r *http.Request) {
		zpl, err := engine.Render(r.Context(), r.PathValue("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write(zpl)
	})
	mux.HandleFunc("GET /stats", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(strconv.Itoa(engine.Done())))
	})
	ops.Start(mux)
	ops.Wait()
}
