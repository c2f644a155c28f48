// Command books keeps the books of three countries, each in a database of its own.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/books/internal/ledger"
	"github.com/northshop/books/internal/ops"
)

func main() {
	os.Setenv("SPANNER_EMULATOR_HOST", startPeer())
	books, err := ledger.Open(context.Background(), "north", "east", "west")
	if err != nil {
		log.Fatal(err)
	}
	defer books.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/open", func(w http.ResponseWriter, r *http.Request) {
		for _, country := range []string{"north", "east", "west"} {
			count, err := books.Count(r.Context(), country)
			if err != nil {
				log.Printf("open: %v", err)
				http.Error(w, "try again later", http.StatusBadGateway)
				return
			}
			fmt.Fprintln(w, country, count)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
