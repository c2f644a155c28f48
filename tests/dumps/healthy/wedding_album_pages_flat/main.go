// Command albums renders the pages of photo books.
package main

import (
	"fmt"
	"net/http"

	"example.com/photoprint/albums/internal/ops"
	"example.com/photoprint/albums/internal/render"
)

func main() {
	studio := render.NewStudio(6, 12)
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		studio.Page(1)
		fmt.Fprintln(w, "1 page")
	})
	mux.HandleFunc("/album", func(w http.ResponseWriter, r *http.Request) {
		studio.Album(10)
		fmt.Fprintln(w, "10 pages")
	})
	ops.Start(mux)
	ops.Wait()
}
