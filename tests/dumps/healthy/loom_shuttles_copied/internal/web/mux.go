package web

import (
	"fmt"
	"net/http"
	"strconv"

	"weaving.example/mill/internal/mill"
)

func Mux(f *mill.Floor) *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("/snap", func(w http.ResponseWriter, r *http.Request) {
		i, _ := strconv.Atoi(r.URL.Query().Get("loom"))
		f.Loom(i).Snap("warp")
	})
	m.HandleFunc("/totals", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "%+v\n", f.Totals()) })
	return m
}
