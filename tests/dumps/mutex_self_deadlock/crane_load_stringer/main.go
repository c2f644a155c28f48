package main

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"quayside.nl/yard/crane"
	"quayside.nl/yard/internal/ops"
)

type yard struct {
	cranes map[string]*crane.Crane
}

func (y *yard) assign(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	c, ok := y.cranes[q.Get("crane")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	tonnes, _ := strconv.Atoi(q.Get("t"))
	if err := c.Assign(crane.Container{ID: q.Get("box"), Tonnes: tonnes}); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func (y *yard) status(w http.ResponseWriter, r *http.Request) {
	for _, name := range []string{"north", "south"} {
		fmt.Fprintln(w, y.cranes[name])
	}
}

func (y *yard) unload(c *crane.Crane, every time.Duration) {
	for range time.NewTicker(every).C {
		c.Release()
	}
}

func main() {
	y := &yard{cranes: map[string]*crane.Crane{"north": crane.New("north", 60), "south": crane.New("south", 900)}}
	for _, c := range y.cranes {
		go y.unload(c, 400*time.Millisecond)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/assign", y.assign)
	mux.HandleFunc("/status", y.status)
	ops.Start(mux)
	ops.Wait()
}
