// Command upload keeps uploads in temporary files until they are processed.
package main

import (
	"net/http"

	"github.com/northshop/temp-files/internal/ops"
	"github.com/northshop/temp-files/internal/temp"
)

func main() {
	store := temp.NewStore()
	mux := http.NewServeMux()
	mux.HandleFunc("/upload", func(w http.ResponseWriter, r *http.Request) {
		store.Create(r.URL.Query().Get("name")).Write(make([]byte, 4096))
	})
	ops.Start(mux)
	ops.Wait()
}
