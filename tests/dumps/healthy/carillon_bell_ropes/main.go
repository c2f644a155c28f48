package main

import (
	"encoding/json"
	"net/http"
	"time"

	"belltower.example/carillon/bells"
	"belltower.example/carillon/internal/ops"
)

func main() {
	tower := bells.Open(ops.Count(6), 2*time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/struck", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(tower.Struck()) })
	ops.Start(mux)
	ops.Wait()
}
