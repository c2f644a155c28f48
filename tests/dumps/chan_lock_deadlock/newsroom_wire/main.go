package main

import (
	"fmt"
	"net/http"

	"depesche.de/wire/bus"
	"depesche.de/wire/desk"
	"depesche.de/wire/internal/ops"
)

func main() {
	wire := bus.NewTopic[desk.Story]()
	for _, n := range []string{"politics", "sports", "night"} {
		desk.Open(n, wire)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/story/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, wire.Publish(desk.Story{Slug: r.URL.Path}))
	})
	ops.Start(mux)
	ops.Wait()
}
