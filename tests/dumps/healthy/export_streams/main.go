package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/samber/lo"

	"warehouse/internal/ops"
	"warehouse/rows"
)

// writeSlowly is a client at the end of a mobile line.
func writeSlowly(w http.ResponseWriter, line string) {
	time.Sleep(700 * time.Millisecond)
	fmt.Fprintln(w, line)
}

func export(w http.ResponseWriter, r *http.Request) {
	for row := range rows.Scan(r.Context(), 200) {
		writeSlowly(w, row.SKU)
	}
}

func labels(w http.ResponseWriter, r *http.Request) {
	numbers := lo.Generator(1, func(yield func(int)) {
		for i := 0; i < 200; i++ {
			yield(i)
		}
	})
	for n := range numbers {
		writeSlowly(w, fmt.Sprintf("L-%04d", n))
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/export", export)
	mux.HandleFunc("/labels", labels)
	ops.Start(mux)
	ops.Wait()
}
