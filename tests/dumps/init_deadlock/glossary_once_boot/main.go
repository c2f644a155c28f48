package main

import (
	"fmt"
	"net/http"

	"vertaal.nl/subtitles/captions"
	"vertaal.nl/subtitles/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/line", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, captions.Line(r.URL.Query().Get("lang"), "gaffer"))
	})
	ops.Start(mux)
	ops.Wait()
}
