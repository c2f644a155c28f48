// Command fetchall fetches many parts with an errgroup that lets four run; Go waits for a free slot.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/fetchall/internal/ops"
	"golang.org/x/sync/errgroup"
)

func fetch(part int) error {
	time.Sleep(60 * time.Millisecond) // the other service
	return nil
}

func all(w http.ResponseWriter, r *http.Request) {
	g, _ := errgroup.WithContext(r.Context())
	g.SetLimit(4)
	for part := 0; part < 40; part++ {
		part := part
		g.Go(func() error { return fetch(part) })
	}
	fmt.Fprintln(w, g.Wait())
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/all", all)
	ops.Start(mux)
	ops.Wait()
}
