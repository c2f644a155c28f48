// Command choir shows on the members' pages how the rehearsals of a choir change.
package main

import (
	"net/http"

	"choir.wexbury.example/rehearsals/internal/board"
	"choir.wexbury.example/rehearsals/internal/ops"
)

func main() {
	b := board.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", b.Follow)
	mux.HandleFunc("/announce", func(w http.ResponseWriter, r *http.Request) { b.Announce("bass", r.FormValue("text")) })
	ops.Start(mux)
	ops.Wait()
}
