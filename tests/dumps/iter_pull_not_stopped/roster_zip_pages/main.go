package main

import (
	"fmt"
	"iter"
	"net/http"

	"schichtplan/roster/internal/ops"
	"schichtplan/roster/seqs"
)

func names(team string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 1; ; i++ {
			if !yield(fmt.Sprint(team, i)) {
				return
			}
		}
	}
}

func shifts(yield func(string) bool) {
	for {
		for _, s := range []string{"early", "late", "night"} {
			if !yield(s) {
				return
			}
		}
	}
}

func page(w http.ResponseWriter, r *http.Request) {
	for p := range seqs.Take(seqs.Zip(names(r.FormValue("team")), shifts), 20) {
		fmt.Fprintln(w, p.A, p.B)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/page", page)
	ops.Start(mux)
	ops.Wait()
}
