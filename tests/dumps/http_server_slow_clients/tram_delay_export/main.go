package main

import (
	"hash/fnv"
	"log"
	"net/http"
	"path"

	"tram.example/delays/export"
	"tram.example/delays/internal/ops"
)

func serveExport(w http.ResponseWriter, r *http.Request) {
	line := path.Base(r.URL.Path)
	h := fnv.New64a()
	h.Write([]byte(line))
	w.Header().Set("Content-Type", "text/csv")
	w.Header().Set("Content-Encoding", "gzip")
	if err := export.CSV(w, export.Year(int64(h.Sum64()))); err != nil {
		log.Printf("export of %s: %v", line, err)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/export/", serveExport)
	ops.Start(mux)
	ops.Wait()
}
