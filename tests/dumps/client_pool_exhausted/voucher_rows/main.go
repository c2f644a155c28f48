// Command vouchers tells whether a voucher may still be used.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/vouchers/internal/ops"
	"github.com/northshop/vouchers/internal/voucher"
)

func main() {
	book, err := voucher.Open(context.Background(), os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/valid", func(w http.ResponseWriter, r *http.Request) {
		valid, err := book.Valid(context.Background(), r.URL.Query().Get("code"))
		if err != nil {
			log.Printf("valid: %v", err)
			http.Error(w, "try again", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, valid)
	})
	ops.Start(mux)
	ops.Wait()
}
