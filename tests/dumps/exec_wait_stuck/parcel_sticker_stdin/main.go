package main

import (
	"net/http"
	"path"

	"stickers.example/print/internal/ops"
	"stickers.example/print/printer"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/print/", func(w http.ResponseWriter, r *http.Request) {
		s := printer.Sticker{Parcel: path.Base(r.URL.Path), Lines: r.URL.Query()["line"]}
		text, err := printer.Render(s)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		w.Write(text)
	})
	ops.Start(mux)
	ops.Wait()
}
