package main

import (
	"log"
	"net/http"

	"airwave.fm/playout/desk"
	"airwave.fm/playout/internal/ops"
	"airwave.fm/playout/journal"
)

func main() {
	l, err := journal.Open("kultur", "sleep", "400")
	if err != nil {
		log.Fatal(err)
	}
	d := desk.New(l)
	go d.Jingles()
	mux := http.NewServeMux()
	mux.Handle("/cue/", d)
	ops.Start(mux)
	ops.Wait()
}
