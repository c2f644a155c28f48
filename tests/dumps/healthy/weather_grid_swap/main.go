// Command grid answers an app's users.
package main

import (
	"fmt"
	"net/http"
	"time"

	"example.org/weather/grid/grid"
	"example.org/weather/grid/internal/ops"
)

func feed(g *grid.Grid, every time.Duration) {
	for i := 0; ; i++ {
		g.Report(grid.Station{X: float64(i * 7 % 64), Y: float64(i * 13 % 64), Degrees: float64(i % 30)})
		time.Sleep(every)
	}
}

func main() {
	g := &grid.Grid{}
	go feed(g, 2*time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/at", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		fmt.Fprintf(w, "%.1f %s\n", g.At(len(q.Get("a")), len(q.Get("b"))), g.Age())
	})
	ops.Start(mux)
	ops.Wait()
}
