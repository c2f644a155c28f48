// Command night keeps the works alive while nobody is there.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"strconv"

	"example.org/brickworks/night/crew"
	"example.org/brickworks/night/internal/ops"
	"example.org/brickworks/night/kiln"
	"example.org/brickworks/night/press"
	"example.org/brickworks/night/yard"
)

type works struct {
	press *press.Press
	kiln  *kiln.Kiln
	yard  *yard.Yard
	hut   *crew.Hut
}

func open(ctx context.Context, n int) *works {
	w := &works{press.New(n), kiln.New(n), yard.Open(n), crew.Open(n)}
	go w.press.Run(n)
	go func() {
		if err := w.kiln.Burn(ctx); err != nil {
			log.Print(err)
		}
	}()
	go w.watchHut()
	go w.gates(ctx)
	return w
}

func (w *works) watchHut() {
	w.hut.Morning()
	log.Print("the hut is empty")
}

func (w *works) gates(ctx context.Context) {
	yard.Gates(ctx, "north", "south", "clay", "coal").Wait()
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	w := open(ctx, ops.Count(5))
	mux := http.NewServeMux()
	mux.HandleFunc("/bricks", func(rw http.ResponseWriter, r *http.Request) {
		clay, _ := strconv.Atoi(r.URL.Query().Get("clay"))
		n, err := w.press.Form(r.Context(), clay)
		if err != nil {
			http.Error(rw, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.yard.Tell(yard.Report{Stack: clay, Bricks: n})
		w.hut.Call(func() { log.Print(w.kiln.Put(clay, n)) })
		fmt.Fprintln(rw, n)
	})
	ops.Start(mux)
	ops.Wait()
	cancel()
	w.press.Close()
	w.hut.Close()
}
