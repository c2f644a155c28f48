// Command turnstile checks the season tickets of a swimming bath.
package main

import (
	"fmt"
	"net/http"

	"baths.wickstead.example/turnstile/internal/ops"
	"baths.wickstead.example/turnstile/internal/tickets"
)

func main() {
	gate := tickets.New("http://" + startPeer() + "/keys")
	mux := http.NewServeMux()
	mux.HandleFunc("/enter", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, gate.Check(r.Context())) })
	ops.Start(mux)
	ops.Wait()
}
