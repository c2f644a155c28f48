// Command thumbs renders the thumbnails of albums.
package main

import (
	"log"
	"net/http"

	"thumbs.okonkwo.example/albums/internal/ops"
	"thumbs.okonkwo.example/albums/internal/thumb"
)

func main() {
	svc, err := thumb.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
