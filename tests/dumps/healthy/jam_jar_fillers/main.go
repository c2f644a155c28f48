// Command jam runs the filling line of the orchard's kitchen.
package main

import (
	"bytes"
	"fmt"
	"net/http"

	"orchardgate.example/jam/internal/ops"
	"orchardgate.example/jam/line"
)

func main() {
	l := line.New(5)
	mux := http.NewServeMux()
	mux.HandleFunc("/fill", func(w http.ResponseWriter, r *http.Request) {
		l.Put(line.Jar{Batch: r.FormValue("batch"), Fruit: bytes.Repeat([]byte(r.FormValue("batch")), 500)})
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("/tally", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, l.Tally()) })
	ops.Start(mux)
	ops.Wait()
}
