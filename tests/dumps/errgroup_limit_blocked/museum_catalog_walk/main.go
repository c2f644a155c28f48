// Command catalog answers how many things a museum has.
package main

import (
	"fmt"
	"net/http"

	"example.org/museum/catalog/internal/ops"
	"example.org/museum/catalog/walk"
)

func place(name string, depth int) *walk.Place {
	p := &walk.Place{Name: name, Things: depth}
	if depth > 0 {
		for i := 0; i < 5; i++ {
			p.Inside = append(p.Inside, place(fmt.Sprintf("%s/%d", name, i), depth-1))
		}
	}
	return p
}

func main() {
	main, visitors := place("main", 5), ops.Count(8)
	mux := http.NewServeMux()
	mux.HandleFunc("/inventory", func(w http.ResponseWriter, r *http.Request) {
		n, err := walk.Count(r.Context(), main, visitors)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
