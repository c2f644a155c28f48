package main

import (
	"context"
	"net/http"
	"strconv"

	"silo.example/intake/belt"
	"silo.example/intake/internal/ops"
	"silo.example/intake/ledger"
)

type server struct{ intake chan<- belt.Sample }

func (s *server) truck(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("samples"))
	for i := 0; i < n; i++ {
		select {
		case s.intake <- belt.Sample{Plate: r.FormValue("plate"), No: i}:
		case <-r.Context().Done():
			return
		}
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	books := ledger.Dial(ops.Upstream(false))
	intake := make(chan belt.Sample)
	b := belt.Build(context.Background(), intake,
		belt.Stage{Name: "sieve", Width: 3, Do: belt.Sieve},
		belt.Stage{Name: "moisture", Width: 3, Do: belt.Moisture},
		belt.Stage{Name: "grade", Width: 2, Do: belt.Grade},
	)
	go books.Keep(b)
	mux := http.NewServeMux()
	mux.HandleFunc("/trucks", (&server{intake}).truck)
	ops.Start(mux)
	ops.Wait()
}
