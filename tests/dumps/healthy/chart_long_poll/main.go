package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"clinicwall/charts/internal/ops"
	"clinicwall/charts/watch"
)

type chart struct{ Beds, Free int }

const patience = 55 * time.Second

func main() {
	wall := watch.Of(chart{40, 12})
	go func() {
		for i := range time.Tick(50 * time.Second) {
			wall.Set(chart{40, i.Second() % 40})
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/chart", func(w http.ResponseWriter, r *http.Request) {
		known, _ := strconv.ParseUint(r.FormValue("after"), 10, 64)
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		c, version, err := wall.After(ctx, known)
		if err != nil {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprintln(w, c, version)
	})
	ops.Start(mux)
	ops.Wait()
}
