package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/cartomancer/geo/index"
	"github.com/cartomancer/geo/internal/ops"
)

type nearby interface {
	Near(id string) []index.Point
}

func handler(n nearby) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, n.Near(r.FormValue("cell")))
	}
}

func main() {
	ix := index.New()
	for _, id := range os.Args[1:] {
		ix.Insert(id, index.Point{})
	}
	ix.Insert("u2f", index.Point{Lat: 50.08, Lon: 14.43})
	mux := http.NewServeMux()
	mux.HandleFunc("/near", handler(ix))
	ops.Start(mux)
	ops.Wait()
}
