// Command deeds fetches scanned deeds from the notaries' SFTP servers.
package main

import (
	"log"
	"net/http"

	"deeds.harrowgate.example/registry/internal/deeds"
	"deeds.harrowgate.example/registry/internal/ops"
)

func main() {
	svc, err := deeds.New(startPeer(), ops.Count(8))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/deed", svc.Deed)
	ops.Start(mux)
	ops.Wait()
}
