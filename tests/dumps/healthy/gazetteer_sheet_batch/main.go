// Command gazetteer prints the maps of a city's streets.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"maps.wrenfield.example/gazetteer/batch"
	"maps.wrenfield.example/gazetteer/internal/ops"
)

type sheet struct{ x, y int }

type press struct{ dpi int }

func (p press) render(s sheet) error {
	time.Sleep(150 * time.Millisecond)
	return nil
}

func (p press) city(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	b := batch.New(3)
	for i := 0; i < 10; i++ {
		s := sheet{i % 8, i / 8}
		b.Launch(ctx, func() error { return p.render(s) })
	}
	fmt.Fprintln(w, len(b.Finish()), "sheets failed")
}

func main() {
	p := press{300}
	mux := http.NewServeMux()
	mux.HandleFunc("/city", p.city)
	ops.Start(mux)
	ops.Wait()
}
