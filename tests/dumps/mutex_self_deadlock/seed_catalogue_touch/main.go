// Command catalogue keeps what is in a seed bank.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"seeds.oakhanger.example/catalogue/card"
	"seeds.oakhanger.example/catalogue/internal/ops"
)

func main() {
	dir, err := os.MkdirTemp("", "seeds")
	if err != nil {
		log.Fatal(err)
	}
	cards, err := card.Open(dir + "/cards.db")
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/save", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, cards.Save(r.FormValue("id"), "sown in spring"))
	})
	ops.Start(mux)
	ops.Wait()
}
