// Command imports imports uploaded files.
package main

import (
	"log"
	"net/http"

	"imports.brennecke.example/uploads/internal/imp"
	"imports.brennecke.example/uploads/internal/ops"
)

func main() {
	svc, err := imp.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
