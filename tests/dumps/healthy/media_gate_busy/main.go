// ingestd takes uploads of the newsroom.
package main

import (
	"fmt"
	"net/http"
	"strconv"

	"stash.kinova.tv/media/ingestd/ingest"
	"stash.kinova.tv/media/ingestd/internal/ops"
)

func main() {
	pipeline := ingest.NewPipeline(4)
	go pipeline.Report()
	mux := http.NewServeMux()
	mux.HandleFunc("/assets", func(w http.ResponseWriter, r *http.Request) {
		tracks, err := strconv.Atoi(r.FormValue("tracks"))
		if err != nil {
			http.Error(w, "tracks", http.StatusBadRequest)
			return
		}
		pipeline.Submit(ingest.Asset{ID: r.FormValue("id"), Tracks: tracks})
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("/stats", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, pipeline.InUse()) })
	ops.Start(mux)
	ops.Wait()
}
