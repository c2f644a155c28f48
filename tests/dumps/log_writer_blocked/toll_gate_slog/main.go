package main

import (
	"log/slog"
	"net/http"
	"os"
	"path"
	"strings"

	"toll.example/gates/internal/ops"
	"toll.example/gates/logs"
)

type gates struct {
	log   *slog.Logger
	reads *os.File
	plan  string
}

func (g *gates) pass(w http.ResponseWriter, r *http.Request) {
	l := g.log.With("gate", path.Base(r.URL.Path))
	for axle := 0; axle < 40; axle++ {
		l.Info("axle", "n", axle, "plan", g.plan, "remote", r.RemoteAddr)
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	l, f, err := logs.New(ops.Upstream(false) + "/logs")
	if err != nil {
		panic(err)
	}
	g := &gates{log: l, reads: f, plan: strings.Repeat("truck,", 40)}
	mux := http.NewServeMux()
	mux.HandleFunc("/pass/", g.pass)
	ops.Start(mux)
	ops.Wait()
}
