// Command query asks the warehouse's database.
package main

import (
	"net/http"

	"github.com/northshop/pool-cleanup/internal/ops"
	"github.com/northshop/pool-cleanup/internal/pool"
)

func main() {
	p := &pool.Pool{}
	mux := http.NewServeMux()
	mux.HandleFunc("/query", func(w http.ResponseWriter, r *http.Request) { p.Query(r.URL.Query().Get("id")) })
	mux.HandleFunc("/dial", func(w http.ResponseWriter, r *http.Request) { p.Dial() })
	ops.Start(mux)
	ops.Wait()
}
