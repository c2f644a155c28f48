package main

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"vertikal.at/lifts/actor"
	"vertikal.at/lifts/internal/ops"
)

type move struct{ floor int }

type car struct {
	floor, trips int
}

func (c *car) Receive(m move) { c.floor = m.floor; c.trips++ }
func (c *car) Idle()          { c.floor = 0 }

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var cars []actor.Ref[move]
	for i := 0; i < ops.Count(40); i++ {
		cars = append(cars, actor.Spawn[move](ctx, &car{}, 10*time.Minute))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/call", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.FormValue("car"))
		if err := cars[n%len(cars)].Tell(r.Context(), move{4}); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
