// Command presses hands the job tickets of a print shop to its presses.
package main

import (
	"fmt"
	"log"
	"net/http"

	"print.colebrook.example/presses/internal/ops"
	"print.colebrook.example/presses/internal/press"
)

func main() {
	p, err := press.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, p.Order(r.FormValue("kind"))) })
	ops.Start(mux)
	ops.Wait()
}
