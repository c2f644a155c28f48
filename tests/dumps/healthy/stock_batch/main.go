// Command stock writes movements of the stock in batches, once a minute and a half.
package main

import (
	"net/http"
	"time"

	"github.com/northshop/stock/internal/batch"
	"github.com/northshop/stock/internal/ops"
)

func main() {
	writer := batch.New(90 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/move", func(w http.ResponseWriter, r *http.Request) {
		if err := writer.Put(r.URL.RawQuery); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
