// Command permits serves the permits of six councils; each has a log of its own.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"council.tarnside.example/permits/book"
	"council.tarnside.example/permits/internal/ops"
)

var councils = []string{"tarnside", "millbeck", "overwater", "dunsop", "whinfell", "keld"}

func main() {
	shelf := book.Shelf{}
	for _, c := range councils {
		shelf[c] = book.Open(filepath.Join(os.TempDir(), "permits-"+c+".log"))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/permit", func(w http.ResponseWriter, r *http.Request) {
		no, _ := strconv.Atoi(r.FormValue("no"))
		shelf.Note(councils[no%len(councils)], "permit "+r.FormValue("no"))
		w.WriteHeader(http.StatusCreated)
	})
	ops.Start(mux)
	ops.Wait()
}
