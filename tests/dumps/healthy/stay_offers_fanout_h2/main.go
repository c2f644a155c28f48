// Command stays asks several suppliers for offers and answers with the cheapest ones.
package main

import (
	"net/http"
	"time"

	"reise.example/stays/internal/ops"
	"reise.example/stays/search"
	"reise.example/stays/suppliers"
)

func main() {
	pool := suppliers.NewPool(ops.Upstream(true), 3*time.Second)
	engine := search.New(800*time.Millisecond,
		pool.Supplier("alpin", "/slow?ms=140"), pool.Supplier("seeblick", "/slow?ms=220"),
		pool.Supplier("stadt", "/slow?ms=60"), pool.Supplier("hof", "/offers"))
	mux := http.NewServeMux()
	mux.Handle("/stays/", engine)
	ops.Start(mux)
	ops.Wait()
}
