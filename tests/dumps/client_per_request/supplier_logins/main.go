// Command suppliers orders from suppliers, with a login for each.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/suppliers/internal/logins"
	"github.com/northshop/suppliers/internal/ops"
)

func main() {
	book, err := logins.Open("http://" + startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		user, err := book.Login(r.Context(), "north")
		if err != nil {
			log.Printf("login: %v", err)
			http.Error(w, "no login", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintf(w, "ordered %s as %s\n", r.URL.Query().Get("item"), user)
	})
	ops.Start(mux)
	ops.Wait()
}
