package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"game/leaderboard/board"
)

func main() {
	b := board.New(200000)
	http.HandleFunc("/score", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, b.Rank(r.FormValue("p"))) })
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
