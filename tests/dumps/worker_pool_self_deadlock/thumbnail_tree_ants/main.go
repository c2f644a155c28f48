package main

import (
	"fmt"
	"gallery/internal/ops"
	"gallery/thumbs"
	"net/http"
)

func main() {
	r, err := thumbs.NewRenderer(12)
	if err != nil {
		panic(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/album/", func(w http.ResponseWriter, req *http.Request) {
		n, err := r.Album(req.URL.Path, 3)
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		fmt.Fprintln(w, n, "thumbnails")
	})
	ops.Start(mux)
	ops.Wait()
}
