package main

import (
	"fmt"
	"net/http"
	"time"

	"tariff.dev/engine/internal/ops"
	"tariff.dev/engine/tree"
)

func main() {
	book := tree.New()
	book.Set("basic", tree.Leaf{Unit: 3})
	book.Set("member", book.Discount("basic", .1))
	book.Set("staff", book.Discount("member", .2))
	mux := http.NewServeMux()
	mux.HandleFunc("/quote", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%.2f", book.Quote("staff", 12))
	})
	go func() {
		unit := 3.0
		for range time.Tick(5 * time.Millisecond) {
			unit += 0.01
			book.Set("basic", tree.Leaf{Unit: unit})
		}
	}()
	ops.Start(mux)
	ops.Wait()
}
