package main

import (
	"fmt"
	"net/http"

	"flags/internal/ops"
	"flags/watch"
)

type limits struct{ Max int }

type component struct {
	name string
	cur  limits
}

func (c *component) follow(v *watch.Value[limits]) {
	sub := v.Watch()
	defer sub.Close()
	for l := range sub.Updates() {
		c.cur = l
	}
}

func main() {
	v := watch.New(limits{10})
	for i := 0; i < ops.Count(200); i++ {
		c := &component{name: fmt.Sprintf("shard-%d", i)}
		go c.follow(v)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/set", func(w http.ResponseWriter, r *http.Request) { v.Set(limits{20}) })
	ops.Start(mux)
	ops.Wait()
	v.Close()
}
