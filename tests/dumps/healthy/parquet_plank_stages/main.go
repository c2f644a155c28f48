// Command parquet watches the production line of a floor maker.
package main

import (
	"fmt"
	"net/http"
	"sync"

	"floors.hollybank.example/parquet/internal/ops"
	"floors.hollybank.example/parquet/mill"
)

func main() {
	m := &mill.Mill{Sawn: make(chan mill.Plank, 8), Planed: make(chan mill.Plank, 4), Oiled: make(chan mill.Plank)}
	go m.Saw()
	var planers sync.WaitGroup
	for i := 0; i < 6; i++ {
		planers.Add(1)
		go m.Plane(&planers)
	}
	go func() { planers.Wait(); close(m.Planed) }()
	go m.Oil()
	go m.Dry()
	mux := http.NewServeMux()
	mux.HandleFunc("/dry", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, m.Count()) })
	ops.Start(mux)
	ops.Wait()
}
