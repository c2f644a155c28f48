package main

import (
	"fmt"
	"net/http"

	"steinbruch.org/scan/internal/ops"
	"steinbruch.org/scan/octree"
	"steinbruch.org/scan/pool"
)

func main() {
	b := octree.NewBuilder(pool.New(6))
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, b.Build(4000).Points)
	})
	ops.Start(mux)
	ops.Wait()
}
