// Command ticks shows the ticks of an exchange to its viewers.
package main

import (
	"log"
	"net/http"

	"ticks.marwick.example/board/internal/ops"
	"ticks.marwick.example/board/internal/ticks"
)

func main() {
	svc, err := ticks.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
