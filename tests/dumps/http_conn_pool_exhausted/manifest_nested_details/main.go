// Command manifests joins the list of a ship's containers with what the terminal knows of each.
package main

import (
	"net/http"

	"hafen.example/manifests/board"
	"hafen.example/manifests/internal/ops"
	"hafen.example/manifests/terminal"
)

func main() {
	client := terminal.New(ops.Upstream(false), 6)
	b := board.New(client)
	go b.Refresh()
	mux := http.NewServeMux()
	mux.HandleFunc("/manifest/", b.Manifest)
	mux.HandleFunc("/berths", b.Berths)
	ops.Start(mux)
	ops.Wait()
}
