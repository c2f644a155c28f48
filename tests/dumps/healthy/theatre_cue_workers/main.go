// Command cues is the stage manager's desk.
package main

import (
	"net/http"
	"strconv"

	"example.org/theatre/cues/cue"
	"example.org/theatre/cues/internal/ops"
)

func main() {
	desk := cue.NewDesk(ops.Count(6))
	mux := http.NewServeMux()
	mux.HandleFunc("/call", func(w http.ResponseWriter, r *http.Request) {
		no, _ := strconv.Atoi(r.URL.Query().Get("no"))
		desk.Call(cue.Cue{No: no, What: "spot " + r.URL.Query().Get("no")})
		w.WriteHeader(http.StatusNoContent)
	})
	ops.Start(mux)
	ops.Wait()
	desk.Curtain()
}
