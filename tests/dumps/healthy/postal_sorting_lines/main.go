// Command sorting runs two lines of a sorting centre.
package main

import (
	"context"
	"fmt"
	"net/http"

	"example.org/postal/sorting/internal/ops"
	"example.org/postal/sorting/line"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := ops.Count(6)
	lines := map[string]*line.Line{"letters": line.New(ctx, n, n, 2), "parcels": line.New(ctx, 2, 4, 2)}
	mux := http.NewServeMux()
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		l, ok := lines[r.URL.Query().Get("line")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		l.Feed(r.URL.Query().Get("to"))
		fmt.Fprintln(w, l.Stock("A"))
	})
	ops.Start(mux)
	ops.Wait()
}
