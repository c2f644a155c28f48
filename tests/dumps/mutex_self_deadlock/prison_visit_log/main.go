// Command visits takes the visitors of a prison and logs who comes.
package main

import (
	"net/http"

	"visits.stonehythe.example/gate/internal/ops"
	"visits.stonehythe.example/gate/internal/visits"
)

func main() {
	svc := visits.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/visit", svc.Visit)
	ops.Start(mux)
	ops.Wait()
}
