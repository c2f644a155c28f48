package main

import (
	"fmt"
	"net/http"

	"promo/codes"
	"promo/internal/ops"
)

func main() {
	book := codes.NewBook("ABC-1", "ABC-2")
	mux := http.NewServeMux()
	mux.HandleFunc("/coupon", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, book.Fresh())
	})
	ops.Start(mux)
	ops.Wait()
}
