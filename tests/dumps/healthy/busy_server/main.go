// Command catalog serves the list of the best articles under load.
package main

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/northshop/catalog/internal/articles"
	"github.com/northshop/catalog/internal/ops"
)

func main() {
	store := articles.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/best", func(w http.ResponseWriter, r *http.Request) {
		best := store.Hit(r.URL.Query().Get("sku"))
		time.Sleep(5 * time.Millisecond) // the database
		w.Header().Set("X-Digest", string(rune(articles.Digest(best)%26+'a')))
		json.NewEncoder(w).Encode(best)
	})
	ops.Start(mux)
	ops.Wait()
}
