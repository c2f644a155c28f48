// Command turnstile checks the season tickets of a swimming bath.
package main

import (
	"fmt"
	"log"
	"net/http"

	"baths.wickstead.example/turnstile/internal/ops"
	"baths.wickstead.example/turnstile/internal/tickets"
)

func main() {
	gate, err := tickets.New("http://" + startPeer() + "/keys")
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/enter", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, gate.Check(r.Context())) })
	ops.Start(mux)
	ops.Wait()
}
