// Command reports runs the reports of each night.
package main

import (
	"log"
	"net/http"

	"reports.castellan.example/nightly/internal/ops"
	"reports.castellan.example/nightly/internal/sched"
)

func main() {
	svc, err := sched.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
