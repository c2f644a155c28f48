package main

import (
	"fmt"
	"net/http"
	"sync/atomic"

	"depotworks/inventory/internal/ops"
)

type inventory struct {
	shards  cluster
	queries atomic.Int64
}

func (inv *inventory) where(w http.ResponseWriter, r *http.Request) {
	inv.queries.Add(1)
	shelves := map[int]int{}
	for m := range inv.shards.query(r.FormValue("sku")) {
		shelves[m.shelf]++
	}
	fmt.Fprintln(w, shelves)
}

func main() {
	inv := &inventory{shards: newCluster("north", "south", "east", "west", "cold")}
	mux := http.NewServeMux()
	mux.HandleFunc("/where", inv.where)
	mux.HandleFunc("/admin/offline", func(w http.ResponseWriter, r *http.Request) {
		for _, s := range inv.shards {
			if s.name == r.FormValue("shard") {
				s.offline = true
			}
		}
	})
	ops.Start(mux)
	ops.Wait()
}
