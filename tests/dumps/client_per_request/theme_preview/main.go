// Command themes shows a shop's theme and draws it again when its files change.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/themes/internal/ops"
	"github.com/northshop/themes/internal/theme"
)

func main() {
	folder, err := os.MkdirTemp("", "theme")
	if err != nil {
		log.Fatal(err)
	}
	store, err := theme.NewStore(folder)
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/preview", func(w http.ResponseWriter, r *http.Request) {
		page, err := store.Preview(r.URL.Query().Get("shop"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, page)
	})
	ops.Start(mux)
	ops.Wait()
}
