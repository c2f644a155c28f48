package main

import (
	"log"
	"net/http"
	"time"

	"photobooth/render/internal/ops"
	"photobooth/render/media"
)

func main() {
	conv := &media.Converter{Shell: "/bin/sh", Limit: 2 * time.Second}
	mux := http.NewServeMux()
	mux.HandleFunc("/thumb", func(w http.ResponseWriter, r *http.Request) {
		out, err := conv.Thumbnail(r.Context(), r.URL.Query().Get("id"))
		if err != nil {
			log.Print(err)
			http.Error(w, "conversion failed", http.StatusInternalServerError)
			return
		}
		w.Write(out)
	})
	ops.Start(mux)
	ops.Wait()
}
