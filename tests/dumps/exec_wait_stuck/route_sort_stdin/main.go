// Command planner orders the stops of a delivery tour.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"tour.example/planner/extsort"
	"tour.example/planner/internal/ops"
)

type planner struct {
	sorter *extsort.Sorter
	depots []string
}

func (p *planner) stops(tour string, n int) []string {
	lines := make([]string, 0, n)
	for i := 0; i < n; i++ {
		lines = append(lines, fmt.Sprintf("%05d;%s;%s", (i*7919)%n, tour, p.depots[i%len(p.depots)]))
	}
	return lines
}

func (p *planner) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("stops"))
	sorted, err := p.sorter.Lines(r.Context(), p.stops(r.URL.Query().Get("tour"), n))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Write([]byte(strings.Join(sorted, "\n")))
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/tour", &planner{sorter: extsort.New("sort", "-t;", "-k1,1n"), depots: []string{"Ulm", "Kempten", "Lindau"}})
	ops.Start(mux)
	go func() {
		for range time.Tick(time.Minute) {
			fmt.Println("planner is alive")
		}
	}()
	ops.Wait()
}
