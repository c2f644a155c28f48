// Command desk keeps the balances of gift cards.
package main

import (
	"log"
	"net/http"

	"example.com/giftcards/desk/internal/cards"
	"example.com/giftcards/desk/internal/ops"
	"example.com/giftcards/desk/internal/pages"
)

func main() {
	desk, err := cards.Open()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	pages.Register(mux, desk)
	ops.Start(mux)
	ops.Wait()
}
