// Command tracks follows couriers on the map.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/tracks/internal/ops"
	"github.com/northshop/tracks/internal/track"
)

func main() {
	b := track.NewBoard()
	mux := http.NewServeMux()
	mux.HandleFunc("/tour", func(w http.ResponseWriter, r *http.Request) {
		t := b.Begin(r.URL.Query().Get("courier"))
		t.Point(track.Position{Lat: 55.6, Lon: 13.0})
		b.End(t)
		fmt.Fprintln(w, "tour closed")
	})
	ops.Start(mux)
	ops.Wait()
}
