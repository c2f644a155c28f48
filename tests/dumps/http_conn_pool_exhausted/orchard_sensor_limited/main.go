package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path"

	"orchard.example/sensors/internal/ops"
	"orchard.example/sensors/station"
)

type blocks struct {
	station *station.Station
	ctx     context.Context
}

func (b *blocks) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	sum, err := b.station.Forecast(b.ctx, path.Base(r.URL.Path))
	switch {
	case errors.Is(err, station.ErrUnchanged):
		w.WriteHeader(http.StatusNotModified)
	case err != nil:
		http.Error(w, err.Error(), http.StatusBadGateway)
	default:
		fmt.Fprintln(w, sum)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/forecast/", &blocks{station.New(ops.Upstream(false)), context.Background()})
	ops.Start(mux)
	ops.Wait()
}
